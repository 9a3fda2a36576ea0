package org.waymark.policy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetVersions;
import org.waymark.trail.TrailUnavailable;

/** The files of every version, by hash. They are written once, before the log speaks of them, and never change. */
public final class RuleSetArchive implements RuleSetVersions {

    private static final String ID = "_id";
    private static final String FILES = "files";
    private static final String NAME = "name";
    private static final String CONTENT = "content";

    private final MongoCollection<Document> versions;

    public RuleSetArchive(MongoDatabase database) {
        this.versions = database.getCollection("rule-set-files");
    }

    /**
     * Keeps the files of a version. Keeping them again changes nothing.
     *
     * @throws TrailUnavailable where the store does not answer; then they may be kept or not
     */
    public void keep(RuleFiles files) {
        List<Document> contents = files.all().entrySet().stream()
                .map(file -> new Document(NAME, file.getKey()).append(CONTENT, new Binary(file.getValue())))
                .toList();
        try {
            versions.insertOne(new Document(ID, files.hash()).append(FILES, contents));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw unavailable(e);
            }
        } catch (MongoException e) {
            throw unavailable(e);
        }
    }

    /**
     * The files of a version, if they are kept.
     *
     * @throws IllegalStateException where they are not what they were when they were kept
     * @throws TrailUnavailable where the store does not answer
     */
    @Override
    public Optional<RuleFiles> files(String hash) {
        try {
            return Optional.ofNullable(versions.find(new Document(ID, hash)).first())
                    .map(RuleSetArchive::files)
                    .map(files -> same(files, hash));
        } catch (MongoException e) {
            throw unavailable(e);
        }
    }

    private static RuleFiles files(Document version) {
        Map<String, byte[]> files = new TreeMap<>();
        version.getList(FILES, Document.class)
                .forEach(file -> files.put(
                        file.getString(NAME), file.get(CONTENT, Binary.class).getData()));
        return RuleFiles.of(files);
    }

    private static RuleFiles same(RuleFiles files, String hash) {
        if (!files.hash().equals(hash)) {
            throw new IllegalStateException("the files of the rule set " + hash + " were changed in the store");
        }
        return files;
    }

    private static TrailUnavailable unavailable(MongoException cause) {
        return new TrailUnavailable("the store of rule sets does not answer", cause);
    }
}

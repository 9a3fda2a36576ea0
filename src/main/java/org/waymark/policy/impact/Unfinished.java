package org.waymark.policy.impact;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.waymark.policy.impact.Tally.Changed;
import org.waymark.trail.Person;

/**
 * What analyses that still run have found so far. One document an analysis says how far it is and what it has added up;
 * it is replaced whole, and names the parts with the changed cases, which are written before it and never again. So
 * whatever moment a process dies at, what is read back is a tally as it once was.
 */
final class Unfinished {

    private static final String ID = "_id";
    private static final String LAST = "last";
    private static final String DONE = "done";
    private static final String SUMS = "sums";
    private static final String SUMS_PARTS = "sumsParts";
    private static final String CHANGED = "changed";
    private static final String NAME = "name";
    private static final String PARTS = "parts";

    private final MongoCollection<Document> analyses;
    private final Parts parts;

    Unfinished(MongoDatabase database) {
        this.analyses = database.getCollection("impact-unfinished");
        this.parts = new Parts(database.getCollection("impact-unfinished-parts"));
    }

    /**
     * How far an analysis is.
     *
     * @param last the person with whom it ended
     * @param done entries of the trail looked at
     */
    record Mark(Person last, long done) {}

    /** One run of one analysis, that keeps what it finds. Belongs to one thread. */
    final class Run {

        private final String id;

        /** Two nodes may run one analysis for a while, one of them given up for lost: neither writes over the other. */
        private final String own = UUID.randomUUID().toString();

        private List<Document> changed = new ArrayList<>();
        private int keptCases;
        private int number;

        private Run(String id) {
            this.id = id;
        }

        /** Adds to the tally what was kept, if anything was. */
        Optional<Mark> resume(Tally into) {
            return AnalysisStore.reaching(() -> Optional.ofNullable(
                            analyses.find(new Document(ID, id)).first()))
                    .map(found -> read(found, into));
        }

        private Mark read(Document found, Tally into) {
            TallyJson.addSums(into, text(found.getString(SUMS), found.getInteger(SUMS_PARTS)));
            changed = new ArrayList<>(found.getList(CHANGED, Document.class));
            changed.forEach(one ->
                    into.changed.addAll(TallyJson.readChanged(text(one.getString(NAME), one.getInteger(PARTS)))));
            keptCases = into.changed.size();
            return new Mark(new Person(found.getString(LAST)), found.getLong(DONE));
        }

        private String text(String name, int count) {
            return AnalysisStore.reaching(() -> parts.joined(name, count));
        }

        /** Keeps what was found until now. */
        void keep(Tally tally, Mark mark) {
            List<Changed> fresh = tally.changed.subList(keptCases, tally.changed.size());
            String name = id + ":" + own + ":" + number++;
            if (!fresh.isEmpty()) {
                changed.add(kept(name + ":changed", TallyJson.changed(fresh)));
                keptCases = tally.changed.size();
            }
            Document sums = kept(name + ":sums", TallyJson.sums(tally));
            Document document = new Document(ID, id)
                    .append(LAST, mark.last().pseudonym())
                    .append(DONE, mark.done())
                    .append(SUMS, sums.getString(NAME))
                    .append(SUMS_PARTS, sums.getInteger(PARTS))
                    .append(CHANGED, changed);
            Document before = AnalysisStore.reaching(
                    () -> analyses.find(new Document(ID, id)).first());
            AnalysisStore.reaching(
                    () -> analyses.replaceOne(new Document(ID, id), document, new ReplaceOptions().upsert(true)));
            if (before != null) {
                drop(before.getString(SUMS), before.getInteger(SUMS_PARTS));
            }
        }

        private Document kept(String name, String text) {
            return new Document(NAME, name).append(PARTS, AnalysisStore.reaching(() -> parts.keep(id, name, text)));
        }
    }

    Run run(String id) {
        return new Run(id);
    }

    /** Lets go of what was found by an analysis that runs no more. */
    void drop(String id) {
        AnalysisStore.reaching(() -> analyses.deleteOne(new Document(ID, id)));
        AnalysisStore.reaching(() -> {
            parts.dropAll(id);
            return id;
        });
    }

    private void drop(String name, int count) {
        AnalysisStore.reaching(() -> {
            parts.drop(name, count);
            return count;
        });
    }
}

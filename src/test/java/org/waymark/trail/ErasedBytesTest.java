package org.waymark.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.waymark.assessment.Json;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;
import org.waymark.trail.keys.ContentKey;
import org.waymark.trail.keys.PersonKey;

/** After an erasure nobody finds any of it in the store, with all the keys that are there. */
class ErasedBytesTest {

    private static final int WINDOW = 16;

    private static final Set<String> STAYED = new HashSet<>();

    private static Path folder;
    private static Store store;
    private static int persons;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("waymark-erased");
        store = Store.open(StoreSettings.embedded(folder), Clock.systemUTC());
    }

    @AfterContainer
    static void close() {
        store.close();
    }

    @Property(tries = 15)
    void nothingOfItIsFoundAndEveryHashStays(
            @ForAll @Size(min = 1, max = 4) @UniqueElements List<@StringLength(min = WINDOW, max = 200) String> notes,
            @ForAll boolean whole)
            throws Exception {
        Person person = Drafts.person("erased-" + persons++);
        Trail trail = Trails.in(store.database());
        List<String> said = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            String text = Json.write(Map.of("note", notes.get(i) + " said once: " + UUID.randomUUID()));
            said.add(text);
            trail.append(person, i + 1L, Drafts.screened(person.pseudonym() + i, Map.of("assessment", text)));
        }
        assertThat(windowsFound(said))
                .as("while nothing is erased all of it can be read")
                .isPositive();
        Map<String, String> before = hashes();
        String decision = whole ? null : Drafts.NAMES.decisionId(Drafts.submission(person.pseudonym() + 0));

        new Erasing(
                        store.database(),
                        trail,
                        Trails.keys(store.database()),
                        (entry, id) -> id.equals(entry.decisionId()),
                        done -> {})
                .erase(new Erasure.Order(
                        person,
                        decision,
                        "manager",
                        Drafts.RECORDED,
                        "misfiled",
                        "Filed under a wrong number; policy."));

        List<String> gone = whole ? said : said.subList(0, 1);
        said.stream().filter(text -> !gone.contains(text)).forEach(text -> STAYED.addAll(windows(bytes(text))));
        assertThat(windowsFound(gone)).isZero();
        assertThat(hashes()).containsAllEntriesOf(before);
    }

    private static Map<String, String> hashes() {
        Map<String, String> hashes = new HashMap<>();
        store.database().getCollection("trail").find().forEach(document -> {
            SealedEntry sealed = EntryDocument.sealed(document);
            hashes.put(sealed.id(), sealed.hash());
        });
        return hashes;
    }

    /** How many pieces of these texts can be read in what whoever holds the store and the master key can read. */
    private static int windowsFound(List<String> texts) throws Exception {
        Set<String> readable = windows(readable());
        int found = 0;
        for (String text : texts) {
            for (String window : windows(bytes(text))) {
                // What another text says as well, that was not erased, is rightly there.
                found += readable.contains(window) && !STAYED.contains(window) ? 1 : 0;
            }
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> windows(byte[] bytes) {
        Set<String> windows = new HashSet<>();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int from = 0; from + WINDOW <= text.length(); from++) {
            windows.add(text.substring(from, from + WINDOW));
        }
        return windows;
    }

    private static byte[] readable() throws Exception {
        MongoDatabase database = store.database();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : database.listCollectionNames()) {
            for (RawBsonDocument raw :
                    database.getCollection(name, RawBsonDocument.class).find()) {
                all.writeBytes(raw.getByteBuffer().array());
            }
        }
        for (Document document : database.getCollection("trail").find()) {
            SealedEntry sealed = EntryDocument.sealed(document);
            all.writeBytes(sealed.bytes());
            if (sealed.body() instanceof SealedEntry.Encrypted encrypted) {
                byte[] content = Base64.getDecoder().decode(encrypted.content());
                all.writeBytes(content);
                open(document, content).forEach(text -> all.writeBytes(text.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return all.toByteArray();
    }

    private static Stream<String> open(Document document, byte[] content) throws Exception {
        String id = document.getString("_id");
        Document key = document.get("key", Document.class);
        if (key == null) {
            return Stream.empty();
        }
        PersonKey person = Trails.keys(store.database())
                .named(List.of(key.getString("by")))
                .get(key.getString("by"));
        if (person == null) {
            return Stream.empty();
        }
        ContentKey opened = person.unwrap(key.get("wrapped", Binary.class).getData(), id);
        return opened.open(content, id).values().stream();
    }
}

package org.waymark.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.waymark.assessment.Amends;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.YoungPerson;
import org.waymark.ruleset.ActiveRules;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.scenario.CaseContact;
import org.waymark.ruleset.scenario.ScenarioReader;
import org.waymark.ruleset.scenario.WholeCase;
import org.waymark.screening.AnyCase;
import org.waymark.trail.Entry;

/**
 * Makes a new archive of recorded decisions, through the road that every decision takes: from the whole cases of the
 * rules, from the samples, and from contacts made from a fixed seed, with all that people may do with decisions between
 * them. Run once for an archive, with the folder's name and the version of this program:
 *
 * <pre>java -cp (the test classpath) org.waymark.casework.ReplayArchiveWriter 02-rules-2026.2 0.2.0</pre>
 *
 * It refuses to write over one that is there: {@link ReplayArchiveTest} says why.
 */
final class ReplayArchiveWriter {

    private static final long SEED = 20_260_311;
    private static final int MADE_CASES = 60;
    private static final int LINES = 30;

    /** Later than every contact. */
    private static final Instant END = Instant.parse("2026-12-31T00:00:00Z");

    private final Hub hub;
    private final Screening screening;
    private final ArchivedActs acts;
    private final AssessmentReader reader =
            new AssessmentReader(ActiveRules.ruleSet().catalogue());
    private int refused;

    private ReplayArchiveWriter(Hub hub, Engine engine) {
        this.hub = hub;
        this.screening = hub.screening(engine);
        this.acts = new ArchivedActs(hub, new Random(SEED));
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = ReplayArchive.ALL.resolve(arguments[0]);
        Engine engine = new Engine(arguments[1], RuleSetReader.engineVersion());
        Path store = Files.createTempDirectory("replay-archive");
        try (Hub hub = Hub.in(store)) {
            ReplayArchiveWriter writer = new ReplayArchiveWriter(hub, engine);
            writer.wholeCases();
            writer.samples();
            writer.made();
            List<Entry> entries = hub.trail().everything().entries().toList();
            ReplayArchive.write(folder, engine, RuleFiles.in(ActiveRules.FOLDER), entries);
            System.out.println(entries.size() + " entries, " + writer.refused + " contacts refused");
        }
    }

    private void wholeCases() throws Exception {
        List<WholeCase> cases = ScenarioReader.read(ActiveRules.FOLDER.resolve("scenarios"), ActiveRules.ruleSet())
                .wholeCases();
        for (int i = 0; i < cases.size(); i++) {
            for (CaseContact contact : cases.get(i).contacts()) {
                screen(ofItsOwn(contact.assessment(), "C" + i + "-"));
            }
        }
    }

    /** The same contact about a young person whom no other case is about. */
    private static Assessment ofItsOwn(Assessment one, String prefix) {
        YoungPerson person = one.youngPerson();
        List<PersonKey> previous = person.previousReferences().stream()
                .map(key -> new PersonKey(key.area(), prefix + key.reference()))
                .toList();
        Amends amends = one.amends();
        return new Assessment(
                prefix + one.assessmentId(),
                one.sourceSystem(),
                one.receivedAt(),
                one.assessedAt(),
                one.referredBy(),
                new YoungPerson(
                        prefix + person.reference(),
                        person.dateOfBirth(),
                        person.ageYears(),
                        person.area(),
                        person.placedByArea(),
                        previous),
                one.observations(),
                amends == null ? null : new Amends(prefix + amends.assessmentId(), amends.reason()));
    }

    private void samples() throws IOException, JudgementRefusal {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                screen(Files.readAllBytes(file));
            }
        }
        for (String line : Files.readAllLines(Path.of("samples/stream.ndjson")).stream()
                .limit(LINES)
                .toList()) {
            screen(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private void made() throws Exception {
        List<AnyCase> cases = new ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<AnyCase> any =
                    AnyCase.of(ActiveRules.ruleSet().catalogue()).generator(1000, true);
            Random random = new Random(SEED);
            Stream.generate(() -> any.next(random).value()).limit(MADE_CASES).forEach(cases::add);
        });
        for (int i = 0; i < cases.size(); i++) {
            made(cases.get(i), i);
        }
    }

    /** A made case; of some the last contact amends the one before it, of others it comes from another area. */
    private void made(AnyCase made, int number) throws Exception {
        List<Assessment> contacts = new ArrayList<>(made.history());
        contacts.sort(Comparator.comparing(Assessment::assessedAt));
        contacts.add(made.current());
        Assessment last = null;
        for (int i = 0; i < contacts.size(); i++) {
            Assessment contact = ofItsOwn(contacts.get(i), "M" + number + "-");
            boolean changed = last != null && i == contacts.size() - 1;
            if (changed && number % 4 == 1) {
                contact = amending(contact, last);
            } else if (changed && number % 4 == 2) {
                contact = fromElsewhere(contact);
            }
            last = screen(contact) ? contact : last;
        }
    }

    private static Assessment amending(Assessment one, Assessment amended) {
        return with(
                one,
                one.youngPerson(),
                new Amends(amended.assessmentId(), "Written down anew, as it was put wrongly."));
    }

    private static Assessment fromElsewhere(Assessment one) {
        YoungPerson person = one.youngPerson();
        return with(
                one,
                new YoungPerson(
                        person.reference() + "-K",
                        person.dateOfBirth(),
                        person.ageYears(),
                        "knowsley",
                        person.area(),
                        List.of(person.key())),
                null);
    }

    private static Assessment with(Assessment one, YoungPerson person, Amends amends) {
        return new Assessment(
                one.assessmentId(),
                one.sourceSystem(),
                one.receivedAt(),
                one.assessedAt(),
                one.referredBy(),
                person,
                one.observations(),
                amends);
    }

    private boolean screen(Assessment assessment) throws JudgementRefusal {
        return screen(AssessmentJson.write(assessment));
    }

    private boolean screen(byte[] document) throws JudgementRefusal {
        try {
            Assessment assessment = reader.read(document, END).assessment();
            hub.at(assessment.assessedAt().plus(Duration.ofMinutes(10)).toString());
            acts.after(
                    assessment, Json.read(screening.screen(document, "screener").decision()));
            return true;
        } catch (InvalidAssessment | ConflictingAssessment notRecorded) {
            refused++;
            return false;
        }
    }
}

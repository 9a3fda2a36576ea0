package org.waymark.ruleset.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.assessment.Assessment;
import org.waymark.ruleset.Spelling;
import org.waymark.screening.rule.RuleSet;

/** Reads a whole case: what is given, in one contact or in several, and what must come out. */
final class CaseReader {

    static final List<String> KEYS = Stream.concat(
                    Stream.of("case", "why", "given", "timeline", "expect", "never"), GivenReader.PERSON.stream())
            .toList();

    private static final List<String> CONTACT = Stream.concat(
                    Stream.of("contact", "daysAgo", "amends", "why", "expect", "never"), GivenReader.KEYS.stream())
            .toList();

    private final GivenReader given;
    private final ExpectationReader expectations;
    private final Set<String> names = new HashSet<>();

    CaseReader(RuleSet ruleSet, GivenReader given) {
        this.given = given;
        this.expectations = new ExpectationReader(ruleSet);
    }

    /** The case; nothing, with a fault, where there is none. */
    Optional<WholeCase> read(Keys entry) {
        int before = entry.at().faults().count();
        Optional<At> nameAt = entry.get("case");
        String name = nameAt.flatMap(at -> at.text("a name for the case")).orElse("");
        if (!name.isEmpty() && !names.add(name)) {
            nameAt.ifPresent(at -> at.fault("a case " + at.found() + " stands before this one", "name it otherwise"));
        }
        String why = entry.get("why").flatMap(at -> at.text("a sentence")).orElse("");
        List<CaseContact> contacts = contacts(entry);
        boolean expectsNothing =
                contacts.stream().allMatch(one -> one.expectations().isEmpty());
        if (expectsNothing && entry.at().faults().count() == before) {
            entry.at().fault("the case expects nothing", "add `expect:` or `never:`");
        }
        return entry.at().faults().count() > before
                ? Optional.empty()
                : Optional.of(new WholeCase(entry.at().place(), name, why, contacts));
    }

    private List<CaseContact> contacts(Keys entry) {
        List<Expectation> atTheEnd = expectations.read(entry);
        if (entry.has("given") == entry.has("timeline")) {
            entry.at()
                    .fault(
                            entry.has("given") ? "both `given` and `timeline` are there" : "nothing is given",
                            "write `given:` for one contact, `timeline:` for several");
        }
        List<CaseContact> contacts = new ArrayList<>();
        entry.get("given")
                .flatMap(at -> Keys.of(at, "what is given in the case", GivenReader.KEYS))
                .ifPresent(keys -> given.read(keys, Optional.of(entry), "CONTACT-1", 0, Map.of())
                        .ifPresent(one -> contacts.add(new CaseContact(keys.at().place(), "", one, atTheEnd))));
        entry.get("timeline").ifPresent(at -> contacts.addAll(timeline(entry, at, atTheEnd)));
        return contacts;
    }

    private List<CaseContact> timeline(Keys entry, At at, List<Expectation> atTheEnd) {
        List<At> items = at.items("a list of contacts, each beginning with `contact:`,");
        if (items.isEmpty() && at.isList()) {
            at.fault("the time line has no contact", "add one, or write `given:`");
        }
        List<CaseContact> contacts = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            List<Expectation> more = i == items.size() - 1 ? atTheEnd : List.of();
            String id = "CONTACT-" + (i + 1);
            Keys.of(items.get(i), "a contact with `contact`, `daysAgo` and `observations`", CONTACT)
                    .flatMap(keys -> contact(entry, keys, id, ids, more))
                    .ifPresent(contact -> {
                        checkLater(contacts, contact, at);
                        contacts.add(contact);
                    });
        }
        return contacts;
    }

    private Optional<CaseContact> contact(
            Keys entry, Keys keys, String id, Map<String, String> ids, List<Expectation> more) {
        String name = keys.need("contact", "name it, such as `contact: first visit`")
                .flatMap(at -> at.text("a name for the contact"))
                .orElse("");
        keys.get("why").ifPresent(at -> at.text("a sentence"));
        Map<String, Object> amends = new HashMap<>();
        keys.get("amends").ifPresent(at -> amended(at, ids).ifPresent(amended -> amends.put("amends", amended)));
        if (ids.putIfAbsent(name, id) != null) {
            keys.get("contact")
                    .ifPresent(
                            at -> at.fault("a contact " + at.found() + " stands before this one", "name it otherwise"));
        }
        int daysAgo = keys.get("daysAgo")
                .flatMap(at -> at.whole(0, GivenReader.LONGEST_AGO))
                .orElse(0);
        if (keys.has("daysAgo") == keys.has("assessedAt")) {
            keys.at()
                    .fault(
                            keys.has("daysAgo")
                                    ? "both `daysAgo` and `assessedAt` are there"
                                    : "nobody says when the contact was",
                            "write `daysAgo: 0` for 11 March 2026, or `assessedAt:` with day and hour");
        }
        List<Expectation> expected = new ArrayList<>(expectations.read(keys));
        expected.addAll(more);
        Optional<Assessment> assessment = given.read(keys, Optional.of(entry), id, daysAgo, amends);
        return assessment.map(one -> new CaseContact(keys.at().place(), name, one, expected));
    }

    private static Optional<Map<String, String>> amended(At at, Map<String, String> ids) {
        Optional<String> name = at.text("the name of an earlier contact");
        Optional<String> id = name.map(ids::get);
        if (name.isPresent() && id.isEmpty()) {
            at.fault("no earlier contact " + at.found(), Spelling.fix(name.get(), ids.keySet()));
        }
        return id.map(one -> Map.of("assessmentId", one, "reason", "corrected in the scenario"));
    }

    /** What is not later would not be known, and a case that reads otherwise would say what it does not test. */
    private static void checkLater(List<CaseContact> before, CaseContact contact, At timeline) {
        if (before.isEmpty()) {
            return;
        }
        CaseContact last = before.get(before.size() - 1);
        if (!contact.assessment().assessedAt().isAfter(last.assessment().assessedAt())) {
            timeline.faults()
                    .add(
                            contact.place(),
                            "the contact " + At.shown(contact.name()) + " is not later than the one before it",
                            "write contacts in the order in which they were made; `daysAgo` becomes smaller");
        }
    }
}

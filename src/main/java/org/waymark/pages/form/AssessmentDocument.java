package org.waymark.pages.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.PersonKey;

/** Makes the document of the contract of what somebody typed, and says which field a fault of it is about. */
final class AssessmentDocument {

    /** What the contract calls the system that an assessment comes from. */
    static final String SOURCE = "waymark";

    private static final List<String> NUMBERS = List.of("times", "withinDays", "value");

    private final Map<String, Object> document = new LinkedHashMap<>();
    private final List<Factor> observed = new ArrayList<>();

    AssessmentDocument(String id, PersonKey about, Instant assessedAt, Typed typed, Catalogue catalogue) {
        document.put("assessmentId", id);
        document.put("sourceSystem", SOURCE);
        document.put("assessedAt", assessedAt.toString());
        text(document, Fields.REFERRED_BY, typed.get(Fields.REFERRED_BY));
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("reference", about.reference());
        person.put("area", about.area());
        text(person, Fields.BIRTH, Days.iso(typed.get(Fields.BIRTH)));
        number(person, Fields.AGE, typed.get(Fields.AGE));
        document.put("youngPerson", person);
        List<Object> observations = new ArrayList<>();
        catalogue.factors().stream()
                .filter(factor -> typed.has(Fields.answer(factor.id())))
                .forEach(factor -> {
                    observed.add(factor);
                    observations.add(observation(factor.id(), typed));
                });
        document.put("observations", observations);
        Map<String, Object> context = context(typed);
        if (!context.isEmpty()) {
            document.put("context", context);
        }
    }

    private static Map<String, Object> observation(String factor, Typed typed) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("factor", factor);
        said.put("answer", typed.get(Fields.answer(factor)));
        List<String> dates = Days.list(typed.get(Fields.of(factor, "dates")));
        if (!dates.isEmpty()) {
            said.put("dates", dates);
        }
        NUMBERS.forEach(field -> number(said, field, typed.get(Fields.of(factor, field))));
        for (String day : List.of("since", "on")) {
            text(said, day, Days.iso(typed.get(Fields.of(factor, day))));
        }
        for (String field : List.of("offenceStatus", "source", "basis", "note")) {
            text(said, field, typed.get(Fields.of(factor, field)));
        }
        return said;
    }

    private static Map<String, Object> context(Typed typed) {
        Map<String, Object> context = new LinkedHashMap<>();
        if (typed.has(Fields.SEEN_ALONE)) {
            context.put(Fields.SEEN_ALONE, typed.get(Fields.SEEN_ALONE).equals("yes"));
        }
        Fields.TEXTS.forEach(field -> text(context, field, typed.get(field)));
        return context;
    }

    private static void text(Map<String, Object> into, String field, String said) {
        if (!said.isEmpty()) {
            into.put(field, said);
        }
    }

    /** What is no number stays a text, and is told as a fault. */
    private static void number(Map<String, Object> into, String field, String said) {
        if (said.isEmpty()) {
            return;
        }
        into.put(field, said.matches("-?\\d{1,9}(\\.\\d{1,6})?") ? new BigDecimal(said) : said);
    }

    Map<String, Object> document() {
        return document;
    }

    /** The field of the form that a pointer into the document is about; empty where it is none. */
    String field(String pointer) {
        String[] steps = pointer.split("/", -1);
        if (steps.length > 2 && steps[1].equals("observations") && steps[2].matches("\\d{1,4}")) {
            int at = Integer.parseInt(steps[2]);
            String factor = at < observed.size() ? observed.get(at).id() : "";
            return factor.isEmpty() ? "" : Fields.of(factor, steps.length > 3 ? steps[3] : "answer");
        }
        return steps.length > 1 && steps[1].equals(Fields.REFERRED_BY)
                ? Fields.REFERRED_BY
                : steps.length > 2 ? steps[2] : "";
    }
}

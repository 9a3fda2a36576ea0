package org.waymark.pages.worklist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.waymark.access.Areas;
import org.waymark.pages.FieldFault;

/**
 * What stands behind the address of a list: what somebody typed into its form, or what a link of it says. What is wrong
 * is told beside the field, all of it at once, and then nothing is looked for.
 */
final class Asked {

    static final String AREA = "area";
    static final String REFERENCE = "reference";
    static final String AFTER = "after";

    private static final int LONGEST = 200;

    private final String path;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<FieldFault> faults = new ArrayList<>();
    private final MessageSource words;

    /** @param names of the fields that the form has; anything else is nothing to it */
    Asked(String path, List<String> names, MultiValueMap<String, String> query, MessageSource words) {
        this.path = path;
        this.words = words;
        for (String name : names) {
            String typed = query.getFirst(name);
            if (typed != null && !typed.isBlank()) {
                fields.put(name, typed.strip());
            }
        }
    }

    /** What stands in a field; empty where nothing does. */
    public String one(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether anything stands in one of these fields. */
    boolean hasAny(List<String> names) {
        return names.stream().anyMatch(fields::containsKey);
    }

    public List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    /** What is wrong with a field; empty where nothing is. */
    public String told(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(FieldFault::message)
                .findFirst()
                .orElse("");
    }

    void fault(String field, String key, Object... values) {
        faults.add(new FieldFault(field, words.getMessage(key, values, Locale.UK)));
    }

    /** A text of any kind; nothing where it is longer than any that could be found. */
    @Nullable
    String text(String name) {
        String text = fields.get(name);
        if (text != null && text.length() > LONGEST) {
            fault(name, "lists.fault.long", LONGEST);
            return null;
        }
        return text;
    }

    /** One of somebody's areas. */
    @Nullable
    String area(Areas theirs) {
        String area = text(AREA);
        if (area != null && !theirs.has(area)) {
            fault(AREA, "lists.fault.area");
            return null;
        }
        return area;
    }

    /** One of these codes; what is not is told in the words of this key. */
    @Nullable
    String oneOf(String name, List<String> codes, String otherwise) {
        String code = text(name);
        if (code != null && !codes.contains(code)) {
            fault(name, otherwise);
            return null;
        }
        return code;
    }

    /** Where the next part begins. */
    @Nullable
    String place(Predicate<String> isPlace) {
        String after = fields.get(AFTER);
        if (after != null && !isPlace.test(after)) {
            fault("", "lists.fault.after");
            return null;
        }
        return after;
    }

    /** A day in three fields. */
    Optional<LocalDate> day(String name) {
        List<String> parts = List.of(one(name + "-day"), one(name + "-month"), one(name + "-year"));
        if (parts.stream().allMatch(String::isEmpty)) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(parts.get(2), 4), number(parts.get(1), 2), number(parts.get(0), 2));
            if (day.getYear() >= 1000) {
                return Optional.of(day);
            }
        } catch (DateTimeException notADay) {
            // Told below, as what is no number.
        }
        fault(name + "-day", "lists.fault.day");
        return Optional.empty();
    }

    private static int number(String digits, int most) {
        if (!digits.matches("[0-9]{1,9}") || digits.length() > most) {
            throw new DateTimeException("no number");
        }
        return Integer.parseInt(digits);
    }

    /** The address of the same list with these fields only. */
    String only(String... names) {
        Map<String, String> kept = new LinkedHashMap<>(fields);
        kept.keySet().retainAll(List.of(names));
        return address(kept);
    }

    /** The address of the same list with one field changed, or taken out where it is empty; from its beginning. */
    String address(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(fields);
        other.remove(AFTER);
        if (value.isEmpty()) {
            other.remove(name);
        } else {
            other.put(name, value);
        }
        return address(other);
    }

    private String address(Map<String, String> values) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(field -> address.queryParam(field, "{" + field + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}

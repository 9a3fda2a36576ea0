package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;
import org.waymark.assessment.LondonDays;

/** What stands behind the address of a list. All faults are told at once by {@link #orRefuse()}. */
final class ListForm {

    private static final String TRUE = "true";
    private static final String FALSE = "false";

    private final Form form;

    ListForm(HttpServletRequest request, List<String> parameters) {
        this.form = Form.ofQuery(request, parameters);
    }

    @Nullable
    String text(String name) {
        return form.optional(name).filter(text -> !text.isEmpty()).orElse(null);
    }

    @Nullable
    Boolean yesOrNo(String name) {
        String text = text(name);
        if (text != null && !text.equals(TRUE) && !text.equals(FALSE)) {
            form.fault(name, "is `true` or `false`, or left out for both");
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    <T extends Enum<T> & Coded> @Nullable T coded(String name, Class<T> type) {
        String text = text(name);
        Optional<T> found = text == null ? Optional.empty() : Coded.of(type, text);
        if (text != null && found.isEmpty()) {
            form.fault(
                    name,
                    "is one of "
                            + Stream.of(type.getEnumConstants())
                                    .map(one -> "`" + one.code() + "`")
                                    .collect(Collectors.joining(", ")));
        }
        return found.orElse(null);
    }

    /** The beginning, in London, of a day, or of one so many later. */
    @Nullable
    Instant day(String name, int later) {
        String text = text(name);
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            if (day != null && (day.getYear() < 1 || day.getYear() > 9_998)) {
                throw new DateTimeException("far from anything that is recorded");
            }
            return day == null
                    ? null
                    : day.plusDays(later).atStartOfDay(LondonDays.ZONE).toInstant();
        } catch (DateTimeException notADay) {
            form.fault(name, "`" + text + "` is no day such as `2026-12-01`");
            return null;
        }
    }

    @Nullable
    String place(String name, Predicate<String> isPlace) {
        String text = text(name);
        if (text != null && !isPlace.test(text)) {
            form.fault(
                    name, "is what the part before this one gave as `after`, to the letter; left out, it begins anew");
            return null;
        }
        return text;
    }

    int most(String name, int limit) {
        String text = text(name);
        if (text == null) {
            return limit;
        }
        int most = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (most < 1 || most > limit) {
            form.fault(name, "is a whole number from 1 to " + limit);
            return limit;
        }
        return most;
    }

    void orRefuse() {
        form.orRefuse();
    }
}

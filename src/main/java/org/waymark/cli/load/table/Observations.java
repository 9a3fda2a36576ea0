package org.waymark.cli.load.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Factor;
import org.waymark.assessment.FactorKind;

/** What the rows of one assessment say about factors. The days of one event come together; what is said twice counts once. */
final class Observations {

    private record Key(
            Factor factor,
            Answer answer,
            @Nullable String source,
            @Nullable String basis) {}

    private final Map<Key, Set<LocalDate>> days = new LinkedHashMap<>();
    private final Set<Map<String, Object>> figures = new LinkedHashSet<>();

    /** An answer, and the day on which it happened where that is known. */
    void add(Factor factor, Answer answer, @Nullable LocalDate day, Mapping.FactorColumn column) {
        Set<LocalDate> known =
                days.computeIfAbsent(new Key(factor, answer, column.source(), column.basis()), key -> new TreeSet<>());
        if (day != null && answer == Answer.YES && factor.kind() == FactorKind.EVENT) {
            known.add(day);
        }
    }

    /** A figure. */
    void add(Factor factor, Number figure, @Nullable LocalDate day, Mapping.FactorColumn column) {
        Map<String, Object> fields = fields(new Key(factor, Answer.YES, column.source(), column.basis()));
        fields.put("value", figure);
        if (day != null) {
            fields.put("on", day.toString());
        }
        figures.add(fields);
    }

    /** As an assessment has them. */
    List<Map<String, Object>> all() {
        List<Map<String, Object>> all = new ArrayList<>();
        days.forEach((key, on) -> {
            Map<String, Object> fields = fields(key);
            if (!on.isEmpty()) {
                fields.put("dates", on.stream().map(Objects::toString).toList());
            }
            all.add(fields);
        });
        all.addAll(figures);
        return all;
    }

    private static Map<String, Object> fields(Key key) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("factor", key.factor().id());
        fields.put("answer", key.answer().code());
        if (key.source() != null) {
            fields.put("source", key.source());
        }
        if (key.basis() != null) {
            fields.put("basis", key.basis());
        }
        return fields;
    }
}

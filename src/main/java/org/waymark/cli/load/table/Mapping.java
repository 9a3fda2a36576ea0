package org.waymark.cli.load.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Answer;
import org.waymark.screening.rule.Place;

/**
 * What the columns of a case system's table mean.
 *
 * @param separator what stands between cells
 * @param groupBy the column whose rows, one below the other, are one assessment; null where each row is one
 * @param fields what each field of an assessment is taken from
 * @param columns every column that is named, and where
 */
public record Mapping(
        char separator,
        Charset encoding,
        Dates dates,
        @Nullable String groupBy,
        Map<Field, Source> fields,
        List<FactorColumn> factors,
        SortedMap<Place, String> columns) {

    /** The fields of an assessment that a table can fill. */
    enum Field {
        ASSESSMENT_ID("assessmentId", "", Kind.TEXT),
        SOURCE_SYSTEM("sourceSystem", "", Kind.TEXT),
        RECEIVED_AT("receivedAt", "", Kind.INSTANT),
        ASSESSED_AT("assessedAt", "", Kind.INSTANT),
        REFERRED_BY("referredBy", "", Kind.TEXT),
        CONTACT_GROUP("contactGroup", "", Kind.TEXT),
        REFERENCE("reference", "youngPerson", Kind.TEXT),
        DATE_OF_BIRTH("dateOfBirth", "youngPerson", Kind.DAY),
        AGE_YEARS("ageYears", "youngPerson", Kind.NUMBER),
        AREA("area", "youngPerson", Kind.TEXT),
        PLACED_BY_AREA("placedByArea", "youngPerson", Kind.TEXT);

        /** What its cells hold. */
        enum Kind {
            TEXT,
            INSTANT,
            DAY,
            NUMBER
        }

        private final String code;
        private final String within;
        private final Kind kind;

        Field(String code, String within, Kind kind) {
            this.code = code;
            this.within = within;
            this.kind = kind;
        }

        String code() {
            return code;
        }

        /** The object of the assessment that it is part of, empty for the assessment itself. */
        String within() {
            return within;
        }

        Kind kind() {
            return kind;
        }
    }

    /** Where the value of a field comes from. */
    sealed interface Source {

        /** It is the same in every row. */
        record Always(String value) implements Source {}

        /**
         * It is in a column.
         *
         * @param codes what the column's codes mean; empty where it holds the value itself
         * @param ignore codes that say nothing
         */
        record Column(String name, Map<String, String> codes, Set<String> ignore) implements Source {}

        /** It is put together: texts, and columns in braces. */
        record Joined(List<Part> parts) implements Source {}

        /** A part of a value: a text, or the content of a column. */
        record Part(String text, boolean column) {}
    }

    /** That a factor has this answer. */
    record Finding(String factor, Answer answer) {}

    /**
     * A column that says something about factors.
     *
     * @param key where the column holds JSON, the field of it that counts; null where it is a plain cell
     * @param on the column with the day on which it happened, null where there is none
     * @param source the agency that observed it, null where the table does not say
     */
    record FactorColumn(
            String column,
            @Nullable String key,
            Holds holds,
            Set<String> ignore,
            @Nullable String on,
            @Nullable String source,
            @Nullable String basis) {}

    /** What such a column holds. */
    sealed interface Holds {

        /** Codes, one or several with a separator between them; empty separator where there is one. */
        record CodeList(String separator, Map<String, List<Finding>> codes) implements Holds {}

        /** The day on which the factor happened. */
        record Day(String factor) implements Holds {}

        /** The figure of the factor. */
        record Figure(String factor) implements Holds {}
    }
}

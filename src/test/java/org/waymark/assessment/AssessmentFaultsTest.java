package org.waymark.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One slip at a time in the contract's example: where it is said to be, and what is said about it. */
class AssessmentFaultsTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            /assessmentId                | ""                       | is blank, and has to say something
            /assessmentId                | " MASH-1"                | ` MASH-1` begins or ends with a space: leave it away
            /assessmentId                | "MASH\\u20601"           | holds the character `U+2060`, which nobody can read: leave it out
            /sourceSystem                | ["sefton"]               | expected a string, found an array
            /assessedAt                  | 1773225000               | expected an instant such as `2026-03-11T10:30:00Z`, found the number `1773225000`
            /assessedAt                  | "2026-03-11T10:30:00"    | `2026-03-11T10:30:00` is not an instant such as `2026-03-11T10:30:00Z`: the offset is missing, add `Z` for UTC or one such as `+01:00`
            /assessedAt                  | "2026-02-30T10:30:00Z"   | `2026-02-30T10:30:00Z` is not an instant such as `2026-03-11T10:30:00Z`
            /assessedAt                  | "2026-03-11T12:00:01Z"   | `2026-03-11T12:00:01Z` is in the future: it is now 2026-03-11T12:00:00Z
            /assessedAt                  | "1999-12-31T23:59:59Z"   | `1999-12-31T23:59:59Z` is before the year 2000: is the year a slip?
            /receivedAt                  | "2026-03-11T10:30:01Z"   | `2026-03-11T10:30:01Z` is after `assessedAt`: nothing is assessed before it came in
            /referredBy                  | "polise"                 | unknown code `polise`, did you mean `police`? allowed: `police`, `school`, `health`, `social-care`, `youth-justice`, `housing`, `voluntary-sector`, `parent`, `self`, `anonymous`, `other-area` or `other`
            /contactGroup                | null                     | expected a string, found `null`: leave the field out where there is nothing to say
            /youngPerson                 | "LCS-55512"              | expected an object, found the string `LCS-55512`
            /youngPerson/name            | "Chris"                  | unknown field `name`
            /youngPerson/dateOfBirth     | "02/05/2012"             | `02/05/2012` is not a date such as `2026-03-11`, did you mean `2012-05-02`?
            /youngPerson/dateOfBirth     | "2026-03-12"             | `2026-03-12` is after 2026-03-11, the day of `assessedAt` in Europe/London: leave it out for a child not yet born
            /youngPerson/ageYears        | 14                       | `14` does not agree with `dateOfBirth` `2012-05-02`, which makes 13 on 2026-03-11: leave out the one that is less certain
            /youngPerson/ageYears        | "13"                     | expected a whole number from 0 to 120, found the string `13`
            /youngPerson/ageYears        | 121                      | expected a whole number from 0 to 120, found the number `121`
            /youngPerson/ageYears        | 13.5                     | expected a whole number from 0 to 120, found the number `13.5`
            /youngPerson/ageYears        | 1e30                     | expected a whole number from 0 to 120, found the number `1E+30`
            /youngPerson/area            | "Sefton MBC"             | `Sefton MBC` is not kebab-case: lower-case letters and digits, words joined by one hyphen
            /youngPerson/previousReferences/0/number | "1"          | unknown field `number`
            /observations                | {}                       | expected an array of observations, found an object
            /observations/0              | "going-missing"          | expected an object, found the string `going-missing`
            /observations/0/factor       | "GoingMissing"           | unknown factor `GoingMissing`, did you mean `going-missing`?
            /observations/0/factor       | "suspention"             | unknown factor `suspention`, did you mean `suspension`?
            /observations/0/factor       | "shoe-size-of-neighbour" | unknown factor `shoe-size-of-neighbour`
            /observations/0/answer       | "Yes"                    | unknown code `Yes`, did you mean `yes`? allowed: `yes`, `no`, `unknown` or `yet-to-clarify`
            /observations/0/answer       | true                     | expected one of `yes`, `no`, `unknown` or `yet-to-clarify`, found `true`
            /observations/0/dates        | "2026-02-16"             | expected an array of dates, found the string `2026-02-16`
            /observations/0/dates        | []                       | is empty: leave it out where no day is known
            /observations/0/dates/1      | "2026-02-30"             | `2026-02-30` is no day of the calendar
            /observations/0/dates/1      | "2026-03-12"             | `2026-03-12` is after 2026-03-11, the day of `assessedAt` in Europe/London
            /observations/0/dates/1      | "2026-02-16"             | `2026-02-16` is there twice: two occurrences on one day count once
            /observations/0/dates/1      | "0202-02-16"             | `0202-02-16` is before the year 1900: is the year a slip?
            /observations/0/dates/1      | "2026-02-25T10:00:00Z"   | `2026-02-25T10:00:00Z` is not a date such as `2026-03-11`
            /observations/0/times        | 3                        | `times` and `dates` are both there, and may overlap: keep `dates` where the days are known, else `times`
            /observations/0/withinDays   | 30                       | `withinDays` says nothing without `times`: add how often
            /observations/0/on           | "2026-03-07"             | `2026-03-07` is not the latest of `dates`, which is 2026-03-06: leave `on` out
            /observations/0/since        | "2026-03-07"             | `going-missing` is of the kind `event`, which has no `since`, allowed: `dates`, `times`, `withinDays` or `on`
            /observations/0/value        | 3                        | `going-missing` is of the kind `event`, which has no `value`, allowed: `dates`, `times`, `withinDays` or `on`
            /observations/0/offenceStatus | "alleged"               | `going-missing` is no offence of a young person, and only such a one has an `offenceStatus`: leave it out
            /observations/0/basis        | "sure"                   | unknown code `sure`, allowed: `confirmed`, `reported`, `suspected` or `alleged`
            /observations/0/source       | "youth_justise"          | unknown code `youth_justise`, did you mean `youth-justice`? allowed: `police`, `school`, `health`, `social-care`, `youth-justice`, `housing`, `voluntary-sector`, `parent`, `self`, `anonymous`, `other-area` or `other`
            /observations/0/note         | "bell \\u0007"           | holds the character `U+0007`, which nobody can read: leave it out
            /observations/0/note         | "half \\ud83d"           | holds the character `U+D83D`, which nobody can read: leave it out
            /observations/0/a~1b~0c      | 1                        | unknown field `a/b~c`
            /observations/1/value        | -1                       | expected a number from 0 to 100000 with 3 decimals at most, found the number `-1`
            /observations/1/value        | 1e999                    | expected a number from 0 to 100000 with 3 decimals at most, found the number `1E+999`
            /observations/1/value        | 0.1234                   | expected a number from 0 to 100000 with 3 decimals at most, found the number `0.1234`
            /observations/1/dates        | ["2026-03-06"]           | `longest-missing-episode` is of the kind `measure`, which has no `dates`, allowed: `on` or `value`
            /observations/2/times        | 0                        | expected a whole number from 1 to 1000, found the number `0`
            /observations/2/withinDays   | 36501                    | expected a whole number from 1 to 36500, found the number `36501`
            /observations/2/on           | "2025-03-10"             | `2025-03-10` is 366 days before the assessment, outside `withinDays` 365
            /observations/3/on           | "2026-03-07"             | `gang-association` is of the kind `state`, which has no `on`, allowed: `since`
            /observations/4/offenceStatus | "charge"                | unknown code `charge`, did you mean `charged`? allowed: `alleged`, `no-further-action`, `charged` or `convicted`
            /observations/5/since        | "2026-03-01"             | `since` goes with the answer `yes` only, found `no`: leave it out, or say it in `note`
            /amends                      | {"assessmentId": "MASH-2026-000123", "reason": "wrong date"} | `MASH-2026-000123` cannot amend itself: a change needs an `assessmentId` of its own
            /amends                      | {"assessmentId": "MASH-2026-000122", "reason": " "} | is blank, and has to say something
            /context/childSeenAlone      | "yes"                    | expected `true` or `false`, found the string `yes`
            /context/parentsInformed     | "maybe"                  | unknown code `maybe`, allowed: `yes`, `no` or `unknown`
            /context/parentsViews        | "none"                   | unknown field `parentsViews`, did you mean `parentsView`?
            /context/consulted/0/on      | "2026-03-12"             | `2026-03-12` is after 2026-03-11, the day of `assessedAt` in Europe/London
            /context/household/0         | 55513                    | expected a string, found the number `55513`
            /monitoring                  | "male"                   | expected an object, found the string `male`
            /monitoring/sex              | {"is": "male"}           | expected a string, found an object
            /monitoring/shoeSize         | "9"                      | unknown field `shoeSize`
            """)
    void a_wrong_value_is_reported_where_it_stands(String pointer, String value, String message) {
        assertThat(Example.refused(Example.with(pointer, value)).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).startsWith(pointer);
                    assertThat(fault.message()).isEqualTo(message);
                });
    }

    @ParameterizedTest
    @MethodSource
    void a_fault_may_stand_at_another_place_than_the_slip(String json, Fault... expected) {
        InvalidAssessment refused = Example.refused(json);
        assertThat(refused.kind()).isEqualTo(InvalidAssessment.Kind.INVALID);
        assertThat(refused.faults()).containsExactly(expected);
    }

    static Stream<Arguments> a_fault_may_stand_at_another_place_than_the_slip() {
        return Stream.of(
                slip("[]", new Fault("", "expected an object, found an array")),
                slip(
                        "null",
                        new Fault(
                                "",
                                "expected an object, found `null`: leave the field out where there is"
                                        + " nothing to say")),
                missing("/assessmentId"),
                missing("/sourceSystem"),
                missing("/assessedAt"),
                missing("/observations"),
                missing("/youngPerson"),
                missing("/youngPerson/reference"),
                missing("/youngPerson/area"),
                missing("/observations/3/factor"),
                missing("/observations/3/answer"),
                slip(
                        Example.without("/observations/1/value"),
                        new Fault("/observations/1/value", "`value` is missing")),
                slip(
                        Example.with("/observations/0/answer", "\"unknown\""),
                        new Fault(
                                "/observations/0/dates",
                                "`dates` goes with the answer `yes` only, found `unknown`: leave it out, or say it in"
                                        + " `note`")),
                slip(
                        Example.with(
                                "/observations/4",
                                "{\"factor\":\"robbery\",\"answer\":\"no\",\"offenceStatus\":" + "\"convicted\"}"),
                        new Fault("/observations/4/offenceStatus", "`convicted` contradicts the answer `no`")),
                slip(
                        Example.with("/youngPerson/dateOfBirth", "\"1901-05-02\"")
                                .replace("\"ageYears\":13,", ""),
                        new Fault(
                                "/youngPerson/dateOfBirth",
                                "`1901-05-02` makes an age of 124 years: is the year a slip?")),
                slip(
                        Example.with("/observations", many("{\"factor\":\"robbery\",\"answer\":\"no\"}", 501)),
                        new Fault("/observations", "has 501 observations, allowed are 500 at most")),
                slip(
                        Example.with("/observations/0/dates", many("\"2026-01-01\"", 367)),
                        new Fault("/observations/0/dates", "has 367 dates, allowed are 366 at most")),
                slip(
                        Example.with("/observations/5/note", '"' + "x".repeat(2001) + '"'),
                        new Fault("/observations/5/note", "has 2001 characters, allowed are 2000 at most")),
                slip(
                        Example.with("/assessmentId", '"' + "x".repeat(201) + '"'),
                        new Fault("/assessmentId", "has 201 characters, allowed are 200 at most")));
    }

    @Test
    void five_hundred_observations_and_two_thousand_characters_are_still_allowed() throws InvalidAssessment {
        assertThat(Example.read(Example.with("/observations", many("{\"factor\":\"robbery\",\"answer\":\"no\"}", 500)))
                        .assessment()
                        .observations())
                .hasSize(500);
        assertThat(Example.read(Example.with("/context/childsView", '"' + "x".repeat(2000) + '"')))
                .isNotNull();
    }

    private static Arguments missing(String pointer) {
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        return slip(Example.without(pointer), new Fault(pointer, "`" + field + "` is missing"));
    }

    private static Arguments slip(String json, Fault... expected) {
        return Arguments.of(json, expected);
    }

    private static String many(String value, int count) {
        return "[" + (value + ",").repeat(count - 1) + value + "]";
    }
}

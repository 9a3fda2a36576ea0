package org.waymark.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.assessment.InvalidAssessment.Kind;

class MalformedTest {

    record Broken(String json, String message) {}

    @ParameterizedTest
    @MethodSource("broken")
    void what_is_not_json_is_refused_with_line_and_column(Broken broken) {
        InvalidAssessment refused = Example.refused(broken.json());
        assertThat(refused.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(refused.faults()).containsExactly(new Fault("", broken.message()));
    }

    static List<Broken> broken() {
        return List.of(
                new Broken("", "line 1, column 1: the document is empty, expected a JSON object"),
                new Broken(" \n ", "line 1, column 1: the document is empty, expected a JSON object"),
                new Broken(
                        "{\n  \"a\": NaN}",
                        "line 2, column 11: unexpected `NaN`: text stands in quotation marks, and only `true`, `false`, `null` and numbers do not"),
                new Broken(
                        "{\n  \"a\": 1,\n  \"a\": 2}",
                        "line 3, column 6: the field `a` is there twice in one object: keep one of them"),
                new Broken(
                        "{\"a\": 1} {",
                        "line 1, column 10: something follows after the end of the document: submit one document at a time"),
                new Broken(
                        "{\"a\": 1",
                        "line 1, column 8: the document ends too early: is a brace, a bracket or a quotation mark not closed?"),
                new Broken(
                        "{\"a\": 01}",
                        "line 1, column 8: a number cannot begin with `0`: leave the zero out, or write a string"),
                new Broken(
                        "{\"a\": +1}",
                        "line 1, column 8: unexpected `+`: is a comma, a colon or a quotation mark missing before it, or one too many?"),
                new Broken(
                        "{\"a\": 1,}",
                        "line 1, column 9: unexpected `}`: is a comma, a colon or a quotation mark missing before it, or one too many?"),
                new Broken(
                        "{'a': 1}",
                        "line 1, column 2: unexpected `'`: is a comma, a colon or a quotation mark missing before it, or one too many?"),
                new Broken(
                        "{\"a\": 1 /* one */}",
                        "line 1, column 9: unexpected `/`: is a comma, a colon or a quotation mark missing before it, or one too many?"),
                new Broken(
                        "{\"a\": \"tab\there\"}",
                        "line 1, column 11: a line break, tab or other control character stands in a string as it is: write `\\n`, `\\t` or `\\u` and its number"),
                new Broken(
                        "{\"a\": " + "9".repeat(41) + "}",
                        "line 1, column 48: the number is too long, allowed are 40 characters"),
                new Broken("{\"a\": 1e99999999999}", "line 1, column 20: the number is beyond all bounds"),
                new Broken(
                        "{\"" + "a".repeat(201) + "\": 1}",
                        "line 1, column 205: the name of the field is too long, allowed are 200 characters"),
                new Broken(
                        "[".repeat(21) + "]".repeat(21),
                        "line 1, column 22: the document is nested too deeply, allowed are 20 levels"),
                new Broken(
                        "{\"a\": \"C:\\dir\"}",
                        "line 1, column 11: a backslash that begins no escape of JSON: write it twice where a backslash is meant"),
                new Broken(
                        "not json at all",
                        "line 1, column 1: unexpected `not`: text stands in quotation marks, and only `true`, `false`, `null` and numbers do not"));
    }

    @Test
    void a_document_deeper_than_any_stack_is_refused_like_any_other() {
        assertThat(Example.refused("[".repeat(500_000)).kind()).isEqualTo(Kind.MALFORMED);
        assertThat(Example.refused("{\"a\":".repeat(150_000)).kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void one_mebibyte_is_allowed_and_a_byte_more_is_not() throws InvalidAssessment {
        String padded =
                Example.json() + " ".repeat(1024 * 1024 - Example.json().getBytes(StandardCharsets.UTF_8).length);

        assertThat(Example.read(padded)).isEqualTo(Example.read(Example.json()));
        InvalidAssessment refused = Example.refused(padded + " ");
        assertThat(refused.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(refused.faults()).containsExactly(new Fault("", "has 1048577 bytes, allowed are 1048576 at most"));
    }

    @Test
    void other_encodings_are_refused_at_the_place_that_gives_them_away() {
        assertThat(faultOf("{\n \"note\": \"café\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("line 2, column 14: is not UTF-8: save the document in that encoding");
        assertThat(faultOf("{}".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("line 1, column 1: is not UTF-8: save the document in that encoding");
        assertThat(faultOf("{\"a\": \"caf\u00e9".getBytes(StandardCharsets.UTF_8), 1))
                .contains("is not UTF-8");
        assertThat(faultOf("\uFEFF{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("line 1, column 1: begins with a byte order mark: save the document as UTF-8 without one");
        assertThat(faultOf("{}".getBytes(StandardCharsets.UTF_16LE))).startsWith("line 1, column ");
    }

    /** With so many bytes cut off at the end, in the midst of a character. */
    private static String faultOf(byte[] json, int cut) {
        return faultOf(Arrays.copyOf(json, json.length - cut));
    }

    private static String faultOf(byte[] json) {
        InvalidAssessment refused = Example.refused(json);
        assertThat(refused.kind()).isEqualTo(Kind.MALFORMED);
        return refused.faults().get(0).message();
    }
}

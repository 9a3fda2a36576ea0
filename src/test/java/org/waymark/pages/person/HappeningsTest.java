package org.waymark.pages.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.pages.PageJson;

class HappeningsTest {

    private static List<String> happened(String entries) {
        TrailView trail = PageJson.read("{\"entries\": [" + entries + "]}", TrailView.class);
        return Happenings.of(trail.entries()).stream()
                .map(one -> one.on() + " " + one.lane().code() + " " + one.code() + one.said())
                .toList();
    }

    private static String screened(String assessedAt, String assessment) {
        return """
                {"sequence": 1, "kind": "screened", "decisionId": "d", "recordedAt": "2026-03-11T10:00:00Z", "actor": "a",
                 "decision": {"assessedAt": "%s", "status": "proposed", "outcome": {"primary": "universal",
                   "summary": ": no threshold", "pathways": []}},
                 "assessment": %s}""".formatted(assessedAt, assessment);
    }

    @Test
    void a_contact_is_on_the_day_of_which_it_speaks_in_local_time() {
        assertThat(happened(screened("2026-06-30T23:30:00Z", "{\"referredBy\": \"school\"}")))
                .containsExactly("2026-07-01 contact school: no threshold");
        assertThat(happened(screened("2026-01-31T23:30:00Z", "{}")))
                .containsExactly("2026-01-31 contact : no threshold");
    }

    @Test
    void what_two_contacts_tell_of_happened_once_and_what_has_no_day_or_did_not_happen_is_left_out() {
        String missing = """
                {"observations": [{"factor": "going-missing", "answer": "yes", "dates": ["2026-02-01", "2026-02-03"]},
                  {"factor": "exclusion", "answer": "no", "dates": ["2026-02-02"]},
                  {"factor": "debt-bondage", "answer": "yes"},
                  {"factor": "attendance", "answer": "yes", "on": "2026-02-04", "value": 71},
                  {"factor": "weapon-injury", "answer": "yes", "on": "2026-02-05"}]}""";
        assertThat(happened(
                        screened("2026-02-10T10:00:00Z", missing) + "," + screened("2026-02-20T10:00:00Z", missing)))
                .containsExactly(
                        "2026-02-01 event going-missing",
                        "2026-02-03 event going-missing",
                        "2026-02-05 event weapon-injury",
                        "2026-02-10 contact : no threshold",
                        "2026-02-20 contact : no threshold");
    }

    @Test
    void what_is_alleged_is_told_as_alleged_beside_what_is_confirmed() {
        String said = """
                {"observations": [{"factor": "robbery", "answer": "yes", "dates": ["2026-02-01"], "basis": "%s"}]}""";
        assertThat(happened(screened("2026-02-10T10:00:00Z", said.formatted("alleged")) + ","
                        + screened("2026-02-10T10:00:00Z", said.formatted("confirmed"))))
                .contains("2026-02-01 event robberyalleged", "2026-02-01 event robberyconfirmed");
    }

    @Test
    void what_people_decided_is_there_and_what_was_erased_or_read_is_not() {
        assertThat(happened("""
                {"sequence": 1, "kind": "screened", "recordedAt": "2026-03-11T10:00:00Z", "actor": "a", "erased": true},
                {"sequence": 2, "kind": "confirmed", "recordedAt": "2026-03-12T10:00:00Z", "actor": "a"},
                {"sequence": 3, "kind": "read", "recordedAt": "2026-03-13T10:00:00Z", "actor": "a"}""")).containsExactly("2026-03-12 act confirmed");
    }
}

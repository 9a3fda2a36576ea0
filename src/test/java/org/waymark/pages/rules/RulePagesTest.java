package org.waymark.pages.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;
import org.waymark.intake.http.OwnStore;
import org.waymark.intake.http.RunningService;
import org.waymark.ruleset.RuleSetInForce;

/** The pages of policy staff and approvers, on the rules of this repository: their tests and their check are the real ones. */
@SpringBootTest(classes = Waymark.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OwnStore.class)
@DirtiesContext
class RulePagesTest {

    private static final String WHY = "Agreed by the policy board on 3 March 2026, minute 7.";
    private static final Duration LONG = Duration.ofMinutes(10);

    @LocalServerPort
    int port;

    @Autowired
    RuleSetInForce inForce;

    private String active;

    @BeforeEach
    void whatIsInForce() {
        active = "/rules/" + inForce.require().ruleSet().hash();
    }

    private PageBrowser as(String user) {
        return PageBrowser.signedIn(port, user, RunningService.PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "policy, 200, 200, 200",
        "approver, 200, 200, 403",
        "auditor, 200, 200, 403",
        "screener, 403, 403, 403",
        "manager, 403, 403, 403"
    })
    void each_page_answers_for_those_whose_work_it_is(String user, int list, int read, int figures) {
        PageBrowser browser = as(user);
        assertThat(browser.open("/rules").status()).isEqualTo(list);
        for (String page : new String[] {"", "/book", "/book?q=missing", "/check"}) {
            assertThat(browser.open(active + page).status()).as(page).isEqualTo(read);
        }
        assertThat(browser.open(active + "/figures?rule=SG-12").status()).isEqualTo(figures);
        assertThat(browser.open(active + "/reviews").status()).isEqualTo(user.equals("screener") ? 403 : 200);
    }

    @Test
    void what_is_nowhere_is_not_found() {
        PageBrowser policy = as("policy");
        for (String page : new String[] {"", "/book", "/check", "/figures?rule=SG-12", "/reviews"}) {
            assertThat(policy.open("/rules/sha256:none" + page).status())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(policy.open(active + "/analyses/none").status()).isEqualTo(404);
        assertThat(policy.open(active + "/diff" + active.substring("/rules".length()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_book_is_searched_by_word() {
        PageBrowser policy = as("policy");
        assertThat(policy.open(active + "/book?q=missing+30").text()).contains("SG-12", "at least 3 times");
        assertThat(policy.open(active + "/book?q=SG-12").text()).contains("One line has 'SG-12'");
        assertThat(policy.open(active + "/book?q=zebra").text()).contains("No line has 'zebra'", "Show all rules");
    }

    @Test
    void a_figure_that_is_none_is_told_and_what_was_typed_stays() {
        PageBrowser policy = as("policy").open(active + "/figures?rule=SG-12");
        policy.submit(
                active + "/figures",
                "rule",
                "SG-12",
                "figure-0",
                "thirty",
                "figure-1",
                "3",
                "do",
                "make",
                "reason",
                WHY);
        assertThat(policy.status()).isEqualTo(409);
        assertThat(policy.text()).contains("There is a problem", "enter a number, such as 28");
        assertThat(policy.field("figure-0")).isEqualTo("thirty");
        assertThat(policy.field("reason")).isEqualTo(WHY);

        policy.submit(active + "/figures", "rule", "SG-12", "figure-0", "30", "figure-1", "3", "do", "preview");
        assertThat(policy.text()).contains("they are all as they were");
    }

    @Test
    void words_of_ones_own_stay_when_the_figure_is_changed_again() {
        PageBrowser policy = as("policy").open(active + "/figures?rule=SG-12");
        String form = active + "/figures";
        policy.submit(form, "rule", "SG-12", "figure-0", "28", "figure-1", "3", "do", "preview");
        assertThat(policy.field("title")).isEqualTo("Missing three times in 28 days");
        policy.submit(
                form,
                "rule",
                "SG-12",
                "figure-0",
                "21",
                "figure-1",
                "3",
                "shown-0",
                policy.field("shown-0"),
                "shown-1",
                policy.field("shown-1"),
                "title",
                "Missing three times in three weeks",
                "statement",
                policy.field("statement"),
                "tests",
                policy.field("tests"),
                "do",
                "preview");
        assertThat(policy.field("title")).isEqualTo("Missing three times in three weeks");
        assertThat(policy.field("statement")).startsWith("Missing three times in 21 days");
        assertThat(policy.field("tests")).contains("daysAgo: [1, 15, 21]", "daysAgo: [1, 15, 22]");
        assertThat(policy.text()).contains("Its tests hold");
    }

    @Test
    void a_figure_goes_from_a_draft_into_force_and_back_by_two_people() {
        PageBrowser policy = as("policy").open(active + "/figures?rule=SG-12");
        String draft = drafted(policy);
        String analysis = tried(policy, draft);
        policy.submit(draft + "/submission", "analysis", analysis, "reason", "");
        await().atMost(LONG).until(() -> !policy.open(draft).looksAgain());
        assertThat(policy.text()).contains("Waiting for approval", "so somebody else has to approve it");
        assertThat(policy.submit(draft + "/approval", "reason", WHY).status()).isEqualTo(403);

        PageBrowser approver = as("approver").open(draft);
        approver.submit(draft + "/approval", "reason", "Fine.");
        assertThat(approver.status()).isEqualTo(409);
        assertThat(approver.text()).contains("Say why, in 30 characters or more");
        assertThat(approver.field("reason")).isEqualTo("Fine.");
        approver.submit(draft + "/approval", "reason", WHY);
        assertThat(approver.text()).contains("The version is approved");

        activated(approver, draft);
        approver.open(active).submit(active + "/activation", "areas", "*", "when", "now", "reason", WHY);
        assertThat(approver.text()).contains("Screenings go by it");
        await().atMost(LONG)
                .until(() -> active.endsWith(inForce.require().ruleSet().hash()));
        assertThat(as("auditor").open(draft).text()).contains("No longer in force", "Put in force", WHY);
    }

    private String drafted(PageBrowser policy) {
        String form = active + "/figures";
        assertThat(policy.text()).contains("at least 3 times in the last 30 days");
        policy.submit(form, "rule", "SG-12", "figure-0", "28", "figure-1", "3", "do", "preview");
        assertThat(policy.text()).contains("at least 3 times in the last 28 days", "Its tests hold");
        policy.submit(
                form,
                "rule",
                "SG-12",
                "figure-0",
                "28",
                "figure-1",
                "3",
                "shown-0",
                policy.field("shown-0"),
                "shown-1",
                policy.field("shown-1"),
                "title",
                policy.field("title"),
                "statement",
                policy.field("statement"),
                "tests",
                policy.field("tests"),
                "name",
                policy.field("name"),
                "reason",
                WHY,
                "do",
                "make");
        assertThat(policy.text()).contains("A new draft is made", "2026.2", WHY);
        String draft = policy.path();
        assertThat(policy.open(draft + "/diff" + active.substring("/rules".length()))
                        .text())
                .contains("SG-12", "within days 30 became 28", "does less for somebody");
        return policy.open(draft).path();
    }

    private static String tried(PageBrowser policy, String draft) {
        policy.submit(draft + "/analyses", "area", "");
        String analysis = policy.path();
        await().atMost(LONG).until(() -> !policy.open(analysis).looksAgain());
        assertThat(policy.text()).contains("Done", "Go on to send it for approval");
        policy.open(draft);
        return analysis.substring(analysis.lastIndexOf('/') + 1);
    }

    private void activated(PageBrowser approver, String draft) {
        approver.submit(
                draft + "/activation", "reason", WHY, "when", "later", "day", "31", "month", "2", "year", "2099");
        assertThat(approver.text()).contains("Choose for which areas", "Enter a day, a month, a year and a time");
        assertThat(approver.field("day")).isEqualTo("31");
        approver.submit(
                draft + "/activation",
                "reason",
                WHY,
                "areas",
                "*",
                "when",
                "later",
                "day",
                "4",
                "month",
                "1",
                "year",
                "2099",
                "time",
                "09:00");
        assertThat(approver.text()).contains("from 4 January 2099 at 9am");
        approver.submit(draft + "/activation/withdrawal", "reason", WHY, "areas", "*");
        assertThat(approver.text()).contains("It is taken back");
        approver.submit(draft + "/activation", "reason", WHY, "areas", "*", "when", "now");
        assertThat(approver.text()).contains("Screenings go by it");
        String hash = draft.substring("/rules/".length());
        await().atMost(LONG).until(() -> inForce.require().ruleSet().hash().equals(hash));
    }
}

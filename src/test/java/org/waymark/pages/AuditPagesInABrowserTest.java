package org.waymark.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Waymark;
import org.waymark.intake.http.SmallService;
import org.waymark.policy.Impact;
import org.waymark.policy.Policy;
import org.waymark.policy.PolicyLog;
import org.waymark.policy.RuleSetArchive;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.SmallRules;

/** Every page that an auditor has, as they come upon it. */
@SpringBootTest(classes = Waymark.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SmallService.class)
@DirtiesContext
class AuditPagesInABrowserTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_decision_is_found_proven_and_made_again(boolean script) {
        String reference = "AUDITED-" + script;
        Seeded seeded = new Seeded(port);
        String decision = seeded.missing("sefton", reference, 2);
        seeded.confirmed(decision);
        try (Visit visit = chromium.visit(port, 1280, script).signIn("auditor")) {
            visit.open("/audit").look("audit-" + script);
            visit.press("Open the decision").look("audit-no-number-" + script);
            assertThat(visit.text()).contains("Enter the number of a decision");
            visit.page().getByLabel("Decision number").fill(decision);
            visit.press("Open the decision");
            assertThat(visit.heading()).isEqualTo("Safeguarding");

            visit.follow("Prove it").look("proof-" + script);
            visit.press("Prove it").look("proof-proven-" + script);
            assertThat(visit.text()).contains("Proven", "What this does not mean");
            visit.page().locator("details summary").first().click();
            visit.look("proof-values-" + script);

            visit.follow("Back to the decision").follow("Replay it").look("replay-" + script);
            visit.press("Replay it").look("replay-same-" + script);
            assertThat(visit.page().locator("tbody tr").count()).isEqualTo(4);

            visit.open("/areas/sefton/young-people/" + reference).follow("Who looked");
            visit.look("readers-" + script);
            assertThat(visit.text()).contains("auditor", decision);
            visit.open("/areas/sefton/young-people/NOBODY-" + script + "/readers")
                    .look("readers-none-" + script);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_whole_log_is_checked(boolean script) {
        new Seeded(port).missing("liverpool", "CHECKED-" + script, 1);
        try (Visit visit = chromium.visit(port, 1280, script).signIn("auditor")) {
            visit.open("/audit").press("Check the whole log now").look("audit-checked-" + script);
            assertThat(visit.text()).contains("Check of the whole log", "Started on");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_the_service_is_and_what_it_cannot_do_is_read(boolean script) {
        try (Visit visit = chromium.visit(port, 1280, script).signIn("auditor")) {
            visit.open("/audit/limits").look("limits-" + script);
            assertThat(visit.text()).contains("Known weaknesses");
            visit.open("/audit/transparency").look("transparency-" + script);
            assertThat(visit.text()).contains("Waymark, with the rules test.1", "Children Act 1989");
        }
    }

    @Test
    void what_was_put_in_force_and_what_that_changed_is_read(
            @Autowired PolicyLog log, @Autowired RuleSetArchive archive, @Autowired RuleSetInForce inForce)
            throws Exception {
        activateForLiverpool(log, archive, inForce.require().ruleSet().hash());
        for (boolean script : List.of(true, false)) {
            try (Visit visit = chromium.visit(port, 1280, script).signIn("auditor")) {
                visit.open("/audit/activations").look("activations-" + script);
                assertThat(visit.text()).contains("Rules test.2", "Agreed by the board", "Nothing: it was the first");
                visit.page().locator(".govuk-summary-card__actions a").first().click();
                visit.look("activation-" + script);
                assertThat(visit.text()).contains("What changed against rules test.1", "3 became 2");
            }
        }
    }

    /** Past its check and its analysis, which want the whole rule book and are tested elsewhere. */
    private static void activateForLiverpool(PolicyLog log, RuleSetArchive archive, String before) throws Exception {
        RuleFiles files = SmallRules.of(SmallRules.GOOD.replace("times >= 3", "times >= 2"))
                .with("manifest.yaml", SmallRules.manifest("test.2"))
                .files();
        String hash = files.hash();
        Impact found = analysis -> Optional.of(new Impact.Finding(hash, before, List.of(), List.of()));
        Policy policy = new Policy(log, archive, found, none -> List.of());
        policy.draft(files, "Two times missing are enough to ask for help.", before, "policy");
        policy.submit(hash, "A-1", null, "policy");
        policy.approve(hash, "Read line by line, and tried on past cases.", List.of(), "approver");
        policy.activate(hash, Set.of("liverpool"), null, "Agreed by the board on 3 March 2026.", List.of(), "approver");
    }
}

package org.waymark.pages.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.waymark.Waymark;
import org.waymark.access.Areas;
import org.waymark.access.Role;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.casework.Reading;
import org.waymark.casework.Screening;
import org.waymark.intake.http.SmallService;
import org.waymark.policy.Impact;
import org.waymark.policy.Policy;
import org.waymark.policy.PolicyLog;
import org.waymark.policy.RuleSetArchive;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.SmallRules;
import org.waymark.store.Store;

/** What an auditor sees, and what nobody else does; behind the filters, on a store that the test may tamper with. */
@SpringBootTest(classes = Waymark.class)
@ContextConfiguration(initializers = SmallService.class)
@DirtiesContext
class AuditPagesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Areas SEFTON = new Areas(Set.of("sefton"), false);
    private static final Areas LIVERPOOL = new Areas(Set.of("liverpool"), false);
    private static final List<String> OF_A_DECISION =
            List.of("/proof", "/proof?verify=now", "/replay", "/replay?again=now", "/capsule.ndjson");

    @Autowired
    Screening screening;

    @Autowired
    Reading reading;

    @Autowired
    Store store;

    @Autowired
    PolicyLog log;

    @Autowired
    RuleSetArchive archive;

    @Autowired
    RuleSetInForce inForce;

    private MockMvc service;
    private String reference = "";
    private String decision = "";

    @BeforeEach
    void recordADecision(
            @Autowired WebApplicationContext context, @Autowired @Qualifier("springSecurityFilterChain") Filter filters)
            throws Exception {
        service =
                MockMvcBuilders.webAppContextSetup(context).addFilters(filters).build();
        reference = "AUD-" + NUMBER.incrementAndGet();
        decision = screened(1, 11, "2026-03-01", "2026-03-05", "2026-03-09");
    }

    /** The number of the decision on a contact of a day in March, about these days missing. */
    private String screened(int contact, int day, String... missing) throws Exception {
        byte[] body = """
                {"assessmentId": "%s-%d", "sourceSystem": "hub", "assessedAt": "2026-03-%02dT10:00:00Z",
                 "youngPerson": {"reference": "%s", "area": "sefton", "ageYears": 14},
                 "observations": [{"factor": "going-missing", "answer": "yes", "dates": ["%s"],
                   "source": "police", "basis": "confirmed"}]}
                """.formatted(reference, contact, day, reference, String.join("\", \"", missing))
                .getBytes(StandardCharsets.UTF_8);
        return Json.read(screening.screen(body, "screener").decision())
                .path("decisionId")
                .asString();
    }

    private Somebody auditor() {
        return Somebody.with(service, Role.AUDITOR, Areas.ALL);
    }

    @Test
    void a_decision_is_proven_in_words_with_its_values_and_a_file_to_take_away() throws Exception {
        assertThat(auditor().reads("/decisions/" + decision + "/proof"))
                .contains("Prove it")
                .doesNotContain("Proven", "AUD-");
        String proven = auditor().reads("/decisions/" + decision + "/proof?verify=now");
        assertThat(proven)
                .contains("Proven", "What this means", "What this does not mean", "What was checked")
                .contains("Place in the log", "/decisions/" + decision + "/capsule.ndjson")
                .doesNotContain("AUD-", "??");
        assertThat(auditor().reads("/decisions/" + decision + "/capsule.ndjson"))
                .startsWith("{")
                .contains("\"type\":\"end\"");
    }

    @Test
    void a_decision_that_was_changed_in_the_store_is_told_as_such() throws Exception {
        prove();
        change(new Document("actor", "somebody-else"));
        assertThat(auditor().reads("/decisions/" + decision + "/proof?verify=now"))
                .contains("This decision is not as it was recorded", "Do not rely on this decision")
                .doesNotContain("Proven", "capsule.ndjson");
    }

    @Test
    void a_decision_of_which_a_byte_of_the_content_was_changed_is_told_as_such() throws Exception {
        prove();
        Document kept = store.database()
                .getCollection("trail")
                .find(new Document("decision", decision))
                .first();
        byte[] content = kept.get("content", Binary.class).getData();
        content[content.length / 2] ^= 1;
        change(new Document("content", new Binary(content)));
        assertThat(auditor().reads("/decisions/" + decision + "/proof?verify=now"))
                .contains("This decision is not as it was recorded", "does not open it")
                .doesNotContain("Proven");
        // Nobody knows its area any more.
        Somebody some = Somebody.with(service, Role.AUDITOR, SEFTON);
        assertThat(some.opens("/decisions/" + decision + "/proof?verify=now").getStatus())
                .isEqualTo(503);
    }

    /** What is changed before it is sealed was never vouched for: it is half a second, and this ends it. */
    private void prove() throws Exception {
        assertThat(auditor().reads("/decisions/" + decision + "/proof?verify=now"))
                .contains("Proven");
    }

    private void change(Document fields) {
        assertThat(store.database()
                        .getCollection("trail")
                        .updateOne(new Document("decision", decision), new Document("$set", fields))
                        .getModifiedCount())
                .isEqualTo(1);
    }

    @Test
    void a_decision_is_made_again_in_four_ways() throws Exception {
        assertThat(auditor().reads("/decisions/" + decision + "/replay"))
                .contains("Replay it")
                .doesNotContain("The four ways");
        assertThat(auditor().reads("/decisions/" + decision + "/replay?again=now"))
                .contains("Same outcome", "The four ways", "Safeguarding", "would be the same too")
                .doesNotContain("What differs", "??");
    }

    @Test
    void what_would_differ_now_stands_in_a_table() throws Exception {
        reference = "AUD-" + NUMBER.incrementAndGet();
        String twice = screened(1, 11, "2026-03-05", "2026-03-09");
        screened(2, 10, "2026-03-01");
        assertThat(auditor().reads("/decisions/" + twice + "/replay?again=now"))
                .contains("Same outcome", "What differs by the rules of then and on the facts of now")
                .contains("/outcome/primary", "universal", "safeguarding")
                .doesNotContain("??");
    }

    @Test
    void who_looked_is_shown_with_reasons_and_a_broken_glass() throws Exception {
        String page = "/areas/sefton/young-people/" + reference + "/readers";
        assertThat(auditor().reads(page)).contains("Nobody has looked");
        auditor().reads("/decisions/" + decision + "/replay?again=now");
        reading.of(
                new PersonKey("sefton", reference),
                new Reading.Reader(
                        "manager.liverpool", Reading.What.TRAIL, null, "Found <here> tonight, and needs a bed.", true));
        assertThat(auditor().reads(page))
                .contains("A decision made again", "They did not say", "auditor")
                .contains("manager.liverpool", "Broke the glass", "Found &lt;here&gt; tonight", "broken 1 time");
    }

    @Test
    void another_areas_decision_is_as_if_there_were_none() throws Exception {
        Somebody elsewhere = Somebody.with(service, Role.AUDITOR, LIVERPOOL);
        for (String page : OF_A_DECISION) {
            MockHttpServletResponse answer = elsewhere.opens("/decisions/" + decision + page);
            assertThat(answer.getStatus()).as(page).isEqualTo(404);
            assertThat(withoutTokens(answer))
                    .as(page)
                    .isEqualTo(withoutTokens(elsewhere.opens("/decisions/none" + page)));
        }
        for (String page : List.of("/readers", "/trail.ndjson")) {
            assertThat(elsewhere
                            .opens("/areas/sefton/young-people/" + reference + page)
                            .getStatus())
                    .as(page)
                    .isEqualTo(404);
        }
    }

    private static String withoutTokens(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString().replaceAll("name=\"_csrf\"[^>]*", "");
    }

    @Test
    void every_page_answers_for_its_roles_and_for_no_other() throws Exception {
        String aDecision = "/decisions/" + decision;
        String person = "/areas/sefton/young-people/" + reference;
        Set<Role> all = Set.of(Role.values());
        assertOnly("/audit", Set.of(Role.MANAGER, Role.AUDITOR));
        assertOnly("/audit/log.ndjson", Set.of(Role.AUDITOR));
        assertOnly("/audit/activations", Set.of(Role.AUDITOR, Role.POLICY, Role.APPROVER));
        assertOnly("/audit/activations/1", Set.of());
        assertOnly("/audit/limits", all);
        assertOnly("/audit/transparency", all);
        assertOnly(aDecision + "/proof?verify=now", Set.of(Role.SCREENER, Role.MANAGER, Role.AUDITOR));
        assertOnly(aDecision + "/capsule.ndjson", Set.of(Role.MANAGER, Role.AUDITOR));
        assertOnly(aDecision + "/replay?again=now", Set.of(Role.MANAGER, Role.AUDITOR));
        assertOnly(person + "/readers", Set.of(Role.MANAGER, Role.AUDITOR));
        assertOnly(person + "/trail.ndjson", Set.of(Role.MANAGER, Role.AUDITOR));
    }

    private void assertOnly(String page, Set<Role> roles) throws Exception {
        List<Role> opened = new ArrayList<>();
        for (Role role : Role.values()) {
            MockHttpServletResponse answer =
                    Somebody.with(service, role, Areas.ALL).opens(page);
            assertThat(answer.getStatus()).as(page + " for " + role).isIn(200, 403, 404);
            if (answer.getStatus() == 200) {
                opened.add(role);
                assertThat(answer.getContentAsString()).as(page).doesNotContain("??");
            }
        }
        assertThat(opened).as(page).containsExactlyInAnyOrderElementsOf(roles);
    }

    @Test
    void bad_numbers_get_a_page_and_never_a_failure() throws Exception {
        for (String number :
                List.of("none", "0", "-1", "%20", "a%2Fb", "%3Cscript%3E", "9".repeat(400), "%F0%9F%90%88")) {
            for (String page : OF_A_DECISION) {
                assertNotFound("/decisions/" + number + page);
            }
            assertNotFound("/audit/activations/" + number);
            assertThat(auditor()
                            .opens("/areas/sefton/young-people/" + number + "/readers")
                            .getStatus())
                    .isEqualTo(200);
        }
    }

    private void assertNotFound(String address) throws Exception {
        MockHttpServletResponse answer = auditor().opens(address);
        assertThat(answer.getStatus()).as(address).isEqualTo(404);
        assertThat(answer.getContentAsString()).as(address).contains("Page not found");
    }

    @Test
    void the_first_page_finds_a_decision_and_checks_the_whole_log() throws Exception {
        assertThat(auditor().opens("/audit?decision=%20" + decision).getRedirectedUrl())
                .isEqualTo("/decisions/" + decision);
        assertThat(auditor().opens("/audit?decision=a%2Fb%3Fc").getRedirectedUrl())
                .isEqualTo("/decisions/a%2Fb%3Fc");
        assertThat(auditor().reads("/audit?decision=")).contains("Enter the number of a decision");
        Somebody auditor = auditor();
        assertThat(auditor.sends("/audit", "/audit/verifications").getRedirectedUrl())
                .isEqualTo("/audit#verification");
        await().untilAsserted(() -> assertThat(auditor.reads("/audit"))
                .contains("Check of the whole log", "Started on")
                .doesNotContain("% of", "??"));
    }

    @Test
    void somebody_with_some_areas_is_told_what_is_not_shown() throws Exception {
        Somebody some = Somebody.with(service, Role.AUDITOR, SEFTON);
        assertThat(some.reads("/audit"))
                .contains("Your account is for some of them")
                .doesNotContain("Check the whole log now", "/audit/log.ndjson");
        assertThat(some.opens("/audit/log.ndjson").getStatus()).isEqualTo(404);
    }

    @Test
    void links_to_these_pages_stand_where_an_auditor_works_and_a_screener_sees_none() throws Exception {
        assertThat(auditor().reads("/decisions/" + decision))
                .contains("/decisions/" + decision + "/proof", "/decisions/" + decision + "/replay");
        assertThat(auditor().reads("/areas/sefton/young-people/" + reference)).contains("/readers");
        Somebody screener = Somebody.with(service, Role.SCREENER, SEFTON);
        assertThat(screener.reads("/decisions/" + decision)).doesNotContain("/replay", "/audit");
    }

    @Test
    void the_transparency_record_counts_the_rules_in_force() throws Exception {
        assertThat(auditor().reads("/audit/transparency"))
                .contains("Waymark, with the rules test.1", "1 rules in 1 lines", "sha256:", "Children Act 1989")
                .contains("Not said yet. Whoever runs this service sets WAYMARK_TRANSPARENCY_OWNER");
        assertThat(auditor().reads("/audit/activations")).contains("Rules test.1", "Nothing: it was the first");
        assertThat(auditor().reads("/audit/limits")).contains("Known weaknesses", "<table class=\"govuk-table\"");
    }

    @Test
    void what_an_activation_changed_is_shown_figure_by_figure() throws Exception {
        activateForLiverpool(SmallRules.of(SmallRules.GOOD.replace("times >= 3", "times >= 2"))
                .with("manifest.yaml", SmallRules.manifest("test.2"))
                .files());
        String list = auditor().reads("/audit/activations");
        assertThat(list)
                .contains("Rules test.2", "liverpool", "Agreed by the board")
                .doesNotContain("??");
        Matcher address = Pattern.compile("/audit/activations/[0-9]+").matcher(list);
        assertThat(address.find()).isTrue();
        assertThat(auditor().reads(address.group()))
                .contains("What changed against rules test.1", "SG-12", "3 became 2", "Name or note changed");
        assertOnly(address.group(), Set.of(Role.AUDITOR, Role.POLICY, Role.APPROVER));
    }

    /** Past its check and its analysis, which want the whole rule book and are tested elsewhere. */
    private void activateForLiverpool(RuleFiles files) throws Exception {
        String hash = files.hash();
        String before = inForce.require().ruleSet().hash();
        Impact found = analysis -> Optional.of(new Impact.Finding(hash, before, List.of(), List.of()));
        Policy policy = new Policy(log, archive, found, none -> List.of());
        policy.draft(files, "Two times missing are enough to ask for help.", before, "policy");
        policy.submit(hash, "A-1", null, "policy");
        policy.approve(hash, "Read line by line, and tried on past cases.", List.of(), "approver");
        policy.activate(
                hash,
                Set.of("liverpool"),
                null,
                "Agreed by the board on 3 March 2026, minute 7.",
                List.of(),
                "approver");
    }
}

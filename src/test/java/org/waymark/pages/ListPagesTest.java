package org.waymark.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.waymark.Waymark;
import org.waymark.access.Areas;
import org.waymark.access.Role;
import org.waymark.intake.http.Api;
import org.waymark.intake.http.SmallService;
import org.waymark.pages.audit.Somebody;

/** The lists of decisions, from when nothing is recorded yet until they are longer than a page. */
@SpringBootTest(classes = Waymark.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SmallService.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ListPagesTest {

    private static final List<String> TABS =
            List.of("Overdue", "Not decided", "Awaiting countersignature", "No outcome yet", "MACE review due");
    private static final String OPEN_TO_MACE = "{\"factor\": \"mace-open\", \"answer\": \"yes\"}";

    /** More than a page has. */
    private static final int MANY = 52;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Order(1)
    void where_nothing_is_recorded_each_list_says_so_and_what_to_do_next(boolean script) {
        try (Visit visit = chromium.visit(port, 1280, script).signIn("screener")) {
            assertThat(visit.heading()).isEqualTo("Work list");
            visit.look("work-list-empty-" + script);
            assertThat(visit.text()).contains("Nothing waits for anybody in your areas.");
            for (String tab : TABS) {
                visit.follow(tab).look("work-list-empty-" + tab.toLowerCase().replace(' ', '-') + "-" + script);
                assertThat(visit.page().locator("[aria-current=page]").innerText())
                        .isEqualTo(tab);
                assertThat(visit.page().locator("main > p a").count())
                        .as("%s: a next step", tab)
                        .isEqualTo(1);
            }
            visit.follow("Find a young person");
            assertThat(visit.heading()).isEqualTo("Find a young person");
        }
        try (Visit visit = chromium.visit(port, 1280, script).signIn("auditor")) {
            visit.open("/decisions").look("decisions-before-" + script);
            assertThat(visit.text()).doesNotContain("What was found");
            visit.press("Find decisions").look("decisions-empty-" + script);
            assertThat(visit.text()).contains("No decision in your areas fits.");
        }
    }

    @Test
    @Order(2)
    void what_is_recorded_comes_into_the_lists() {
        Seeded seeded = new Seeded(port);
        seeded.missing("sefton", "LATE-1", 20);
        seeded.missing("liverpool", "LATE-2-with-a-reference-that-is-longer-than-any-hub-would-want-to-type", 3);
        seeded.missing("sefton", "SOON-1", 0);
        seeded.confirmed(seeded.missing("sefton", "AGREED-1", 0));
        seeded.lowered(seeded.missing("liverpool", "LOWER-1", 0));
        seeded.missing("sefton", "MACE-1", 0, OPEN_TO_MACE);
        seeded.missing("sefton", "MACE-2", 100, OPEN_TO_MACE);
        seeded.untilListed("/work-list?tab=review-due", "MACE-1", "MACE-2");
        seeded.untilListed("/work-list?tab=awaiting-countersignature", "LOWER-1");
        seeded.untilListed("/work-list?tab=outcome-open", "AGREED-1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Order(3)
    void what_waits_is_filtered_and_opened(boolean script) {
        try (Visit visit = chromium.visit(port, 1280, script).signIn("manager")) {
            visit.look("work-list-" + script);
            assertThat(visit.text()).contains("LATE-1", "overdue by", "SOON-1", "hours left", "LOWER-1", "AGREED-1");
            for (String tab : TABS) {
                visit.follow(tab).look("work-list-" + tab.toLowerCase().replace(' ', '-') + "-" + script);
            }
            assertThat(visit.text())
                    .as("the reviews")
                    .contains("MACE-1", "MACE-2", "By the end of", "Hold the review at MACE")
                    .doesNotContain("SOON-1");
            visit.follow("Overdue");
            assertThat(visit.text()).contains("LATE-1", "LATE-2").doesNotContain("SOON-1");

            visit.page().getByLabel("Area").selectOption("liverpool");
            visit.page().getByLabel("Reference").fill("LATE");
            visit.press("Filter").look("work-list-filtered-" + script);
            assertThat(visit.text()).contains("LATE-2").doesNotContain("LATE-1");
            assertThat(visit.page().getByLabel("Reference").inputValue()).isEqualTo("LATE");
            visit.follow("Not decided");
            assertThat(visit.page().getByLabel("Area").inputValue())
                    .as("the filter holds for the next list")
                    .isEqualTo("liverpool");
            visit.page().getByLabel("Reference").fill("NOBODY");
            visit.press("Filter").look("work-list-filtered-out-" + script);
            assertThat(visit.text()).contains("Nothing on this list fits the filter.");
            visit.follow("See the whole list").follow("SOON-1");
            assertThat(visit.heading()).isEqualTo("SOON-1");
            visit.open("/work-list?reference=LATE-1").follow("Open the decision");
            assertThat(visit.heading()).isEqualTo("Safeguarding");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Order(3)
    void decisions_are_found_by_what_is_known_of_them(boolean script) {
        try (Visit visit = chromium.visit(port, 1280, script).signIn("auditor")) {
            visit.open("/audit").follow("Find decisions by area");
            visit.press("Find decisions").look("decisions-" + script);
            assertThat(visit.text()).contains("SOON-1", "LOWER-1", "by screener", "test.1");
            visit.page().getByLabel("Area").selectOption("sefton");
            visit.page().getByLabel("Reference").fill("AGREED-1");
            visit.page().getByLabel("Account").fill("screener");
            visit.page().getByLabel("Version of the rules").fill("test.1");
            visit.page().getByLabel("Pathway that leads").selectOption("safeguarding");
            visit.page().locator("[id=from-day]").fill("1");
            visit.page().locator("[id=from-month]").fill("3");
            visit.page().locator("[id=from-year]").fill("2026");
            visit.press("Find decisions").look("decisions-found-" + script);
            assertThat(visit.page().locator("tbody tr").count()).isEqualTo(1);
            assertThat(visit.page().getByLabel("Account").inputValue()).isEqualTo("screener");
            visit.page().getByLabel("Decided otherwise than recommended").selectOption("true");
            visit.press("Find decisions");
            assertThat(visit.text()).contains("No decision in your areas fits.");
            visit.follow("Clear the form").press("Find decisions").follow("Open the decision");
            assertThat(visit.page().url()).matches(".*/decisions/[a-z0-9]+");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Order(3)
    void what_is_wrong_is_told_beside_the_field_and_nothing_is_lost(boolean script) {
        try (Visit visit = chromium.visit(port, 1280, script).signIn("manager")) {
            visit.open("/work-list?tab=lost&after=%7B%24gt%7D&reference=LATE&area=" + "x".repeat(201));
            visit.look("work-list-faulty-" + script);
            assertThat(visit.text())
                    .contains(
                            "There is a problem",
                            "Choose one of the lists of this page",
                            "Shorten this to 200 characters",
                            "The link to this part of the list is not whole",
                            "Nothing was looked for yet");
            assertThat(visit.page().getByLabel("Reference").inputValue()).isEqualTo("LATE");

            visit.open("/decisions?pathway=lost&overridden=perhaps&after=x");
            visit.page().getByLabel("Reference").fill("LATE-1");
            visit.page().locator("[id=from-day]").fill("31");
            visit.page().locator("[id=from-month]").fill("2");
            visit.page().locator("[id=from-year]").fill("2026");
            visit.press("Find decisions").look("decisions-faulty-" + script);
            assertThat(visit.text()).contains("There is a problem", "Enter a real day");
            assertThat(visit.page().getByLabel("Reference").inputValue()).isEqualTo("LATE-1");
            visit.page().locator(".govuk-error-summary a").first().click();
            if (script) {
                assertThat(visit.page().evaluate("() => document.activeElement.id"))
                        .isEqualTo("from-day");
            }
            visit.open("/decisions?pathway=lost&overridden=perhaps&after=x&from-day=2&from-month=3&from-year=2026"
                            + "&to-day=1&to-month=3&to-year=2026")
                    .look("decisions-faulty-address-" + script);
            assertThat(visit.text())
                    .contains(
                            "Choose a pathway of the list",
                            "Choose whether anybody decided otherwise",
                            "The last day must be the first day",
                            "is not whole");
        }
    }

    @Test
    @Order(3)
    void whoever_has_one_area_sees_nothing_of_another_and_cannot_ask_for_it(
            @Autowired WebApplicationContext context, @Autowired @Qualifier("springSecurityFilterChain") Filter filters)
            throws Exception {
        MockMvc service =
                MockMvcBuilders.webAppContextSetup(context).addFilters(filters).build();
        Somebody manager = Somebody.with(service, Role.MANAGER, new Areas(Set.of("sefton"), false));
        for (String list : List.of("/work-list?reference=", "/decisions?find=yes")) {
            assertThat(manager.reads(list)).contains("LATE-1").doesNotContain("LATE-2", "LOWER-1", "liverpool");
            assertThat(manager.reads(list + "&area=liverpool"))
                    .contains("Choose one of your areas")
                    .doesNotContain("LATE-2", "LOWER-1", "<table");
        }
    }

    @Test
    @Order(3)
    void no_address_of_a_list_is_a_failure() {
        for (String query : List.of(
                "?area=%00&reference=%00",
                "?reference=%F0%9F%90%88%7B%7D%24",
                "?tab=all&tab=lost&area=&area=sefton",
                "?after=9:9999999999999:zz",
                "?from-day=1",
                "?from-day=-1&from-month=99&from-year=99999",
                "?to-day=31&to-month=12&to-year=9999",
                "?from-day=%D9%A1&from-month=1&from-year=2026",
                "?rules=sha256:none&account=%20&find=")) {
            for (String path : List.of("/work-list", "/decisions")) {
                assertThat(Api.send(PageSession.of(port, "manager").request(path + query))
                                .statusCode())
                        .as(path + query)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    @Order(4)
    void a_list_that_is_longer_than_a_page_goes_on() {
        Seeded seeded = new Seeded(port);
        for (int i = 10; i < 10 + MANY; i++) {
            seeded.missing("sefton", "MANY-" + i, 0);
        }
        seeded.untilListed("/work-list?reference=MANY-" + (9 + MANY), "Open the decision");
        try (Visit visit = chromium.visit(port, 1280, true).signIn("manager")) {
            visit.open("/work-list?tab=proposed&reference=MANY").look("work-list-page-1");
            assertThat(visit.page().locator("tbody tr").count()).isEqualTo(50);
            visit.follow("Next page").look("work-list-page-2");
            assertThat(visit.page().locator("tbody tr").count()).isEqualTo(MANY - 50);
            assertThat(visit.page().locator("[aria-current=page]").innerText()).isEqualTo("Not decided");
            visit.follow("Back to the beginning");
            assertThat(visit.page().locator("tbody tr").count()).isEqualTo(50);

            visit.open("/decisions?find=yes").follow("Next page").look("decisions-page-2");
            assertThat(visit.text()).contains("Back to the beginning", "LATE-1");
        }
    }
}

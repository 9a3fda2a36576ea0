package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.waymark.access.oidc.WithAProvider;

/** Every call that is mapped, by every role, for its own area, for another, and with none: as the table says. */
@WithAProvider
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteRoleAreaTest {

    /** What pages are made of, which no controller gives. */
    private static final String ASSETS = "GET /assets/**";

    /** What a caller has, where the call is about Sefton. */
    private static final List<String> AREAS = List.of("sefton", "knowsley", "", "all");

    private static final String CONTACT = As.contact("sefton", "RRA-1", "RRA-1").toString();

    /** What makes each call of this scope one about Sefton. */
    private static final Map<String, String> ABOUT_SEFTON = Map.of(
            "/api/assessments",
            CONTACT,
            "/api/assessments:batch",
            CONTACT.replace("\n", " "),
            "/api/impact-analyses",
            "{\"candidate\": \"none\", \"area\": \"sefton\"}",
            "/api/rule-sets/{hash}/activation",
            "{\"areas\": [\"sefton\"], \"seen\": [], \"from\": \"2027-01-01T00:00:00Z\", \"reason\": \"Tried by a test.\"}",
            "/api/rule-sets/{hash}/activation/withdrawal",
            "{\"areas\": [\"sefton\"], \"reason\": \"Tried by a test.\"}");

    @LocalServerPort
    int port;

    @Autowired
    Collection<RequestMappingInfoHandlerMapping> mappings;

    private String decision;

    private String version;

    @BeforeAll
    void recordADecision() {
        HttpResponse<String> answer = as("screener.sefton").submit(CONTACT);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        decision = As.json(answer).path("decisionId").asString();
        version = As.json(as("auditor.all").get("/api/rule-sets/active"))
                .path("hash")
                .asString();
    }

    private As as(String name) {
        return new As(port, name);
    }

    @Test
    void every_call_that_is_mapped_is_in_the_table_and_walked_here() {
        List<String> mapped = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(RouteRoleAreaTest::calls)
                .filter(call -> !call.equals("GET " + Unlisted.PATH))
                .toList();
        assertThat(routes().map(route -> route.method() + " " + route.pattern())
                        .filter(call -> !call.equals(ASSETS))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(mapped);
    }

    private static Stream<String> calls(RequestMappingInfo mapping) {
        String methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.joining(" or "));
        return mapping.getPatternValues().stream().map(pattern -> methods + " " + pattern);
    }

    static Stream<Route> routes() {
        return AccessTable.ROUTES.stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void each_role_may_call_it_for_its_own_area_and_for_no_other(Route route) {
        List<String> otherwise = new ArrayList<>();
        for (Role role : Role.values()) {
            for (String area : AREAS) {
                String name = role.user() + (area.isEmpty() ? "" : "." + area);
                HttpResponse<String> answer = as(name).call(route, address(route), body(route));
                String found = route.isPage() ? page(answer, route) : found(answer);
                String expected = expected(route, role, area);
                if (!found.equals(expected)) {
                    otherwise.add(name + ": " + found + " and not " + expected + ": " + answer.body());
                }
            }
        }
        assertThat(otherwise).isEmpty();
    }

    private static String expected(Route route, Role role, String area) {
        if (!route.roles().contains(role)) {
            return "forbidden";
        }
        boolean has = area.equals("sefton") || area.equals("all");
        if (route.isPage() && ofAnArea(route)) {
            boolean may = route.scope() == Scope.EVERY_AREA ? area.equals("all") : has;
            return may ? "let in" : aboutRules(route) ? "foreign area" : "page not found";
        }
        return switch (route.scope()) {
            case AREA_IN_PATH -> has ? "let in" : "nothing at this address";
            case AREA_OF_DECISION -> has ? "let in" : "no such decision";
            case AREA_IN_BODY -> has ? "let in" : "foreign area";
            case EVERY_AREA -> area.equals("all") ? "let in" : "foreign area";
            case AREA_OF_ANALYSIS, WHAT_IS_SHOWN, NOTHING_PERSONAL -> "let in";
        };
    }

    /** Analyses that are there, of areas that are and are not the caller's, are tried where there are some. */
    private static boolean ofAnArea(Route route) {
        return route.scope() != Scope.WHAT_IS_SHOWN
                && route.scope() != Scope.NOTHING_PERSONAL
                && route.scope() != Scope.AREA_OF_ANALYSIS;
    }

    /** A page about rules is shown to all who may see rules; for which areas it does something is a field of its form. */
    private static boolean aboutRules(Route route) {
        return route.pattern().startsWith("/rules/");
    }

    /** What is of another area and what is nowhere are one page. */
    private static String page(HttpResponse<String> answer, Route route) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 499).isNotEqualTo(401);
        if (answer.statusCode() == 403) {
            return "forbidden";
        }
        boolean foreign = answer.body().contains("Choose areas of yours only")
                || answer.headers().firstValue("Location").orElse("").contains("missing=area");
        if (foreign) {
            return "foreign area";
        }
        return answer.statusCode() == 404 && ofAnArea(route) ? "page not found" : "let in";
    }

    private static String found(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 499).isNotEqualTo(401);
        // A batch says so of a line.
        if (answer.body().contains("urn:waymark:problem:foreign-area")) {
            return "foreign area";
        }
        if (answer.statusCode() == 403) {
            return "forbidden";
        }
        if (answer.statusCode() == 404 && answer.body().contains("nothing is at this address")) {
            return "nothing at this address";
        }
        return answer.statusCode() == 404 && answer.body().contains("no decision with this id is recorded")
                ? "no such decision"
                : "let in";
    }

    private String address(Route route) {
        return route.pattern()
                .replace("{area}", "sefton")
                .replace("{reference}", "RRA-1")
                .replace("{decisionId}", decision)
                .replace("{hash}", route.isPage() ? version : "none")
                .replaceAll("\\{[^}]*}", "none")
                .replace("/**", "/liveness");
    }

    private static String body(Route route) {
        if (route.isPage()) {
            return "area=sefton&areas=sefton&reference=RRA-1&reason=Tried+by+a+test+of+access.&when=later";
        }
        return ABOUT_SEFTON.getOrDefault(route.pattern(), "{}");
    }

    @Test
    void without_a_token_only_what_is_open_is_answered() {
        assertThat(routes().filter(route ->
                        route.method().equals(org.springframework.http.HttpMethod.GET) || !route.isPage()))
                .allSatisfy(route -> assertThat(
                                org.waymark.intake.http.Api.send(org.waymark.intake.http.Api.at(port, "")
                                                .anonymous(address(route))
                                                .method(
                                                        route.method().name(),
                                                        java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                                        .statusCode())
                        .isIn(route.isPage() ? List.of(200, 302, 404) : List.of(route.open() ? 200 : 401)));
    }
}

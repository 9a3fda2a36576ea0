package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.waymark.intake.http.Api;
import org.waymark.intake.http.RunningService;
import org.waymark.pages.PageSession;

/** The table is what the service does, for every call that is mapped and every user. */
@RunningService
class AccessTableTest {

    @LocalServerPort
    int port;

    @Autowired
    Collection<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void every_call_that_is_mapped_has_a_row_and_every_row_a_call() {
        List<String> rows = AccessTable.ROUTES.stream()
                .map(route -> route.method() + " " + route.pattern())
                .toList();
        assertThat(mapped())
                .as("what pages are made of no controller gives")
                .containsAll(rows.stream()
                        .filter(row -> !row.equals("GET /assets/**"))
                        .toList());
        assertThat(mapped().stream().filter(call -> !rows.contains(call))).containsExactly("GET " + Unlisted.PATH);
    }

    private List<String> mapped() {
        return mappings.stream()
                .map(RequestMappingInfoHandlerMapping::getHandlerMethods)
                .map(Map::keySet)
                .flatMap(Collection::stream)
                .flatMap(AccessTableTest::calls)
                .toList();
    }

    /** A mapping without a method answers them all, which no row can say: it shows as a call of its own. */
    private static Stream<String> calls(RequestMappingInfo mapping) {
        String methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.joining(" or "));
        return mapping.getPatternValues().stream().map(pattern -> methods + " " + pattern);
    }

    @Test
    void who_writes_or_approves_rules_sees_nothing_about_a_young_person() {
        List<String> theirs = AccessTable.ROUTES.stream()
                .filter(route ->
                        route.roles().contains(Role.POLICY) || route.roles().contains(Role.APPROVER))
                .map(Route::pattern)
                .toList();
        assertThat(theirs).noneMatch(pattern -> pattern.matches("/api/(assessments|decisions|areas).*"));
    }

    static Stream<Route> routes() {
        return AccessTable.ROUTES.stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void each_user_may_call_what_the_table_gives_their_role_and_nothing_else(Route route) {
        List<Role> letIn = Role.local().stream()
                .filter(role -> isLetIn(called(as(role, route), route)))
                .toList();
        assertThat(letIn)
                .containsExactlyInAnyOrderElementsOf(
                        Role.local().stream().filter(route.roles()::contains).toList());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void without_a_user_only_what_is_open_may_be_called(Route route) {
        HttpResponse<String> answer = called(Api.at(port, "").anonymous(address(route)), route);
        if (route.isPage() && !route.open()) {
            assertThat(answer.statusCode()).isIn(302, 403);
            assertThat(answer.body()).doesNotContain("govuk-summary-list");
            return;
        }
        assertThat(isLetIn(answer)).isEqualTo(route.open());
        if (!route.open()) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(how -> assertThat(how).startsWith("Basic "));
        }
    }

    private HttpRequest.Builder as(Role role, Route route) {
        return route.isPage()
                ? PageSession.of(port, role.user()).request(address(route))
                : Api.at(port, role.user()).request(address(route));
    }

    private static HttpResponse<String> called(HttpRequest.Builder request, Route route) {
        return Api.send(request.method(route.method().name(), BodyPublishers.ofString("{}"))
                .header(
                        "Content-Type",
                        route.pattern().endsWith(":batch") ? "application/x-ndjson" : "application/json"));
    }

    private static String address(Route route) {
        return route.pattern().replaceAll("\\{[^}]*}", "none").replace("/**", "/liveness");
    }

    /** Whoever is let in may still be told that there is nothing, or that what they sent is wrong. */
    private static boolean isLetIn(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isIn(200, 202, 302, 400, 404, 409, 422, 401, 403);
        return answer.statusCode() != 401 && answer.statusCode() != 403;
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MACHINE", "OPERATOR"})
    void what_has_no_row_is_shut_though_it_is_mapped(Role role) {
        HttpResponse<String> answer = Api.send(Api.at(port, role.user()).request(Unlisted.PATH));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("urn:waymark:problem:forbidden").doesNotContain("nobody may see");
    }

    @Test
    void a_wrong_password_or_user_is_no_user_even_where_none_is_needed() {
        String basic = "Basic c2NyZWVuZXI6d3Jvbmc=";
        for (String path : List.of("/api/factors", "/actuator/health")) {
            HttpResponse<String> answer =
                    Api.send(Api.at(port, "").anonymous(path).header("Authorization", basic));
            assertThat(answer.statusCode()).isEqualTo(401);
        }
        assertThat(Api.send(Api.at(port, "administrator").request("/api/factors"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void no_answer_leaves_a_session_or_may_be_kept_framed_or_run() {
        HttpResponse<String> answer = Api.send(Api.at(port, "auditor").request("/api/factors"));
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "server", "x-powered-by");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
    }
}

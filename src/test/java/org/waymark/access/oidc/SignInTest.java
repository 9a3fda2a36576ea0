package org.waymark.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.intake.http.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People sign in by browser, at a real identity provider. */
@WithAProvider
class SignInTest {

    @LocalServerPort
    int port;

    private ScriptedBrowser browser;

    @BeforeEach
    void open() {
        browser = new ScriptedBrowser(port);
    }

    @Test
    void who_signs_in_is_known_by_the_name_roles_and_areas_that_the_provider_gives() {
        HttpResponse<String> landed = browser.signIn("manager+auditor.sefton+knowsley");
        assertThat(landed.body()).contains("<h1", "oidc:manager+auditor.sefton+knowsley", "knowsley, sefton");
        JsonNode session = json(browser.get("/api/session"));
        assertThat(session.path("actor").asString()).isEqualTo("oidc:manager+auditor.sefton+knowsley");
        assertThat(session.path("roles").toString()).isEqualTo("[\"auditor\",\"manager\"]");
        assertThat(session.path("areas").toString()).isEqualTo("[\"knowsley\",\"sefton\"]");
        assertThat(session.at("/csrf/header").asString()).isEqualTo("X-CSRF-TOKEN");
    }

    @Test
    void the_code_is_bound_to_this_browser_by_proof_key_state_and_nonce() {
        browser.signIn("screener.sefton");
        URI asked = browser.visited().get(0);
        assertThat(asked.toString()).startsWith(ProviderProcess.ISSUER + "/oauth2/authorize?");
        assertThat(asked.getQuery())
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "state=", "nonce=")
                .contains("redirect_uri=http://127.0.0.1:" + port + "/login/oauth2/code/waymark")
                .doesNotContain("code_verifier", "client_secret");
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_of_other_sites_forms() {
        HttpResponse<String> answer = browser.get("/oauth2/authorization/waymark");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("waymark-session=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Secure", "Domain", "Max-Age", "Expires"));
    }

    @Test
    void a_session_that_somebody_planted_is_not_the_one_that_is_signed_in() {
        browser.get("/oauth2/authorization/waymark");
        HttpCookie planted = browser.session();
        String before = planted.getValue();
        assertThat(browser.signIn("screener.sefton").statusCode()).isEqualTo(200);
        assertThat(browser.session().getValue()).isNotEqualTo(before);
        ScriptedBrowser attacker = new ScriptedBrowser(port);
        attacker.take(new HttpCookie("waymark-session", before));
        assertThat(attacker.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void what_changes_something_needs_the_sessions_token_and_is_told_so() {
        browser.signIn("screener.sefton");
        HttpResponse<String> without = browser.post("/api/assessments", "{}");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("urn:waymark:problem:no-token", "GET /api/session");
        assertThat(browser.post("/api/assessments", "{}", "X-CSRF-TOKEN", "made-up")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/api/assessments?_csrf=" + browser.token()[1], "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/api/assessments", "{}", browser.token()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_token_of_one_session_is_none_of_another() {
        browser.signIn("screener.sefton");
        ScriptedBrowser other = new ScriptedBrowser(port);
        other.signIn("screener.sefton");
        assertThat(browser.post("/api/assessments", "{}", other.token()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_bearer_beside_the_cookie_decides_and_a_wrong_one_is_no_way_in() {
        browser.signIn("manager.sefton");
        HttpResponse<String> machine = browser.post(
                "/api/assessments", "{}", "Authorization", "Bearer " + ProviderProcess.tokenOf("auditor.sefton"));
        assertThat(machine.statusCode()).isEqualTo(403);
        assertThat(machine.body()).contains("urn:waymark:problem:forbidden");
        assertThat(browser.post("/api/assessments", "{}", "Authorization", "Bearer nonsense")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void who_signs_out_is_signed_out_here_and_sent_to_the_provider() {
        browser.signIn("screener.sefton");
        HttpCookie before = browser.session();
        assertThat(browser.post("/logout", "").statusCode()).isEqualTo(403);
        HttpResponse<String> out = browser.post("/logout", "", browser.token());
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(out.headers().firstValue("Location").orElseThrow())
                .startsWith(ProviderProcess.ISSUER + "/connect/logout?")
                .contains("id_token_hint=", "post_logout_redirect_uri=http://127.0.0.1:" + port + "/");
        ScriptedBrowser attacker = new ScriptedBrowser(port);
        attacker.take(before);
        assertThat(attacker.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void an_answer_that_nobody_asked_for_signs_nobody_in() {
        HttpResponse<String> forged = browser.get("/login/oauth2/code/waymark?code=stolen&state=made-up");
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.body()).contains("urn:waymark:problem:unauthenticated");
        browser.get("/oauth2/authorization/waymark");
        assertThat(browser.get("/login/oauth2/code/waymark?code=stolen&state=made-up")
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/oauth2/authorization/another").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void who_has_no_role_here_may_sign_in_and_is_told_what_is_missing() {
        browser.signIn("gardener.sefton");
        HttpResponse<String> answer = browser.get("/api/factors");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("nothing in your sign-in means a role here", "WAYMARK_OIDC_ROLES");
    }

    @Test
    void with_a_provider_there_are_no_local_users() {
        HttpResponse<String> answer = Api.send(Api.at(port, "manager").request("/api/factors"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"Waymark\"");
        assertThat(answer.body()).contains("/oauth2/authorization/waymark");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}

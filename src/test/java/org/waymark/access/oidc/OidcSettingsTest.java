package org.waymark.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import org.waymark.access.AccessCannotStart;

class OidcSettingsTest {

    private final MockEnvironment environment = new MockEnvironment();

    @TempDir
    Path folder;

    @BeforeEach
    void setWhatIsNeeded() {
        set("oidc.issuer-uri", "https://login.example.org/realms/hub");
        set("oidc.client-id", "waymark");
        set("oidc.algorithms", "RS256,ES256");
        set("oidc.clock-skew", "60s");
        set("oidc.roles", "team = screener, CN=Leads=manager, team=auditor");
        set("oidc.areas", "north=sefton");
        set("session.idle", "15m");
        set("session.longest", "10h");
        environment.setProperty("server.address", "127.0.0.1");
    }

    private void set(String name, String value) {
        environment.setProperty("waymark." + name, value);
    }

    @Test
    void what_is_needed_is_enough() {
        OidcSettings settings = OidcSettings.of(environment);
        assertThat(settings.audience()).isEqualTo("waymark");
        assertThat(settings.scopes()).containsExactly("openid");
        assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.secure()).isFalse();
        assertThat(settings.mapping().roles().get("team")).containsExactly("screener", "auditor");
        assertThat(settings.mapping().roles().get("CN=Leads")).containsExactly("manager");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void a_secret_comes_from_a_file_and_is_shown_nowhere() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "hidden\n");
        set("oidc.client-secret-file", file.toString());
        OidcSettings settings = OidcSettings.of(environment);
        assertThat(settings.clientSecret()).isEqualTo("hidden");
        assertThat(settings.toString()).doesNotContain("hidden");
        set("oidc.client-secret", "hidden as well");
        assertThatThrownBy(() -> OidcSettings.of(environment))
                .hasMessageContaining("are both set")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oidc.issuer-uri | http://login.example.org | must be the https address",
                "oidc.issuer-uri | login.example.org | must be the https address",
                "oidc.issuer-uri | http://127.0.0.1.example.org | must be the https address",
                "oidc.client-id | '' | WAYMARK_OIDC_CLIENT_ID is not set",
                "oidc.client-secret-file | no/such/file | cannot be read",
                "oidc.algorithms | none | WAYMARK_OIDC_ALGORITHMS holds `none`",
                "oidc.algorithms | HS256 | WAYMARK_OIDC_ALGORITHMS holds `HS256`",
                "oidc.clock-skew | 10m | WAYMARK_OIDC_CLOCK_SKEW is `10m`",
                "oidc.roles | '' | WAYMARK_OIDC_ROLES is not set",
                "oidc.roles | team=root | WAYMARK_OIDC_ROLES holds `team=root`",
                "oidc.areas | =sefton | WAYMARK_OIDC_AREAS holds `=sefton`",
                "oidc.areas | north=Sefton | WAYMARK_OIDC_AREAS holds `north=Sefton`",
                "session.idle | soon | WAYMARK_SESSION_IDLE is `soon`",
                "session.longest | 30d | WAYMARK_SESSION_LONGEST is `30d`",
                "public-address | http://hub.example.org | WAYMARK_PUBLIC_ADDRESS is",
                "public-address | https://hub.example.org/at/a/path | WAYMARK_PUBLIC_ADDRESS is"
            })
    void a_slip_keeps_it_from_starting_and_is_told(String name, String value, String told) {
        set(name, value);
        assertThatThrownBy(() -> OidcSettings.of(environment))
                .isInstanceOf(AccessCannotStart.class)
                .hasMessageContaining(told)
                .hasMessageContaining("docs/access.md");
    }

    @Test
    void for_other_machines_it_needs_an_address_that_is_safe_and_then_its_cookie_is() {
        environment.setProperty("server.address", "0.0.0.0");
        assertThatThrownBy(() -> OidcSettings.of(environment))
                .hasMessageContaining("WAYMARK_PUBLIC_ADDRESS is not set");
        set("public-address", "https://hub.example.org/");
        OidcSettings settings = OidcSettings.of(environment);
        assertThat(settings.secure()).isTrue();
        assertThat(settings.address(environment)).isEqualTo("https://hub.example.org");
    }

    @Test
    void all_slips_are_told_at_once() {
        set("oidc.client-id", "");
        set("oidc.roles", "");
        set("oidc.algorithms", "HS512");
        assertThatThrownBy(() -> OidcSettings.of(environment))
                .hasMessageContaining("WAYMARK_OIDC_CLIENT_ID")
                .hasMessageContaining("WAYMARK_OIDC_ROLES")
                .hasMessageContaining("HS512");
    }
}

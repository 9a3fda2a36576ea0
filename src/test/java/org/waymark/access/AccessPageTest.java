package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that says who may call what is the table that decides it. */
class AccessPageTest {

    private static final Path PAGE = Path.of("docs/access.md");

    @Test
    void the_page_has_each_row_as_the_service_holds_it_and_no_other() throws IOException {
        String page = Files.readString(PAGE);
        String written = page.lines()
                .filter(line -> line.startsWith("| `GET ") || line.startsWith("| `POST "))
                .collect(Collectors.joining("\n"));
        String held = AccessTable.ROUTES.stream().map(AccessPageTest::row).collect(Collectors.joining("\n"));
        assertThat(written).as("the rows of " + PAGE + " must be").isEqualTo(held);
    }

    @Test
    void the_page_names_every_role_and_every_setting() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Role.values()).allSatisfy(role -> assertThat(page).contains("| " + role.user() + " |"));
        assertThat(Files.readString(Path.of("src/main/resources/application.properties"))
                        .lines()
                        .filter(line -> line.matches("waymark[.](oidc|session|access|public-address).*=.*"))
                        .map(line -> line.substring(0, line.indexOf('='))
                                .toUpperCase()
                                .replaceAll("[.-]", "_")))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(page).contains("`" + setting + "`"));
    }

    private static String row(Route route) {
        String who = route.open()
                ? "anybody, not signed in"
                : route.roles().size() == Role.values().length
                        ? "every role"
                        : Arrays.stream(Role.values())
                                .filter(route.roles()::contains)
                                .map(Role::user)
                                .collect(Collectors.joining(", "));
        return "| `" + route.method() + " " + route.pattern() + "` | " + who + " | "
                + route.scope().words() + (route.underGlass() ? "; break-glass" : "") + " |";
    }
}

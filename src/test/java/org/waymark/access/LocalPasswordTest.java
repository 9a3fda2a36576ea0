package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class LocalPasswordTest {

    @Test
    void where_none_is_chosen_each_start_has_its_own_without_letters_that_look_alike() {
        assertThat(IntStream.range(0, 500).mapToObj(start -> LocalPassword.of(" ")))
                .doesNotHaveDuplicates()
                .allSatisfy(password -> {
                    assertThat(password.random()).isTrue();
                    assertThat(password.text()).matches("[a-zA-Z2-9]{24}").doesNotMatch(".*[01OIlo].*");
                });
    }

    @Test
    void the_one_that_is_chosen_is_taken_as_it_is() {
        assertThat(LocalPassword.of(" with spaces ").text()).isEqualTo(" with spaces ");
        assertThat(LocalPassword.of("x").random()).isFalse();
    }

    @Test
    void one_that_could_not_be_compared_whole_is_refused_without_being_shown() {
        LocalPassword.of("é".repeat(36));
        assertThatThrownBy(() -> LocalPassword.of("é".repeat(36) + "x"))
                .isInstanceOf(AccessCannotStart.class)
                .hasMessageContaining("73 bytes")
                .hasMessageNotContaining("é");
    }

    @Test
    void it_is_told_once_where_it_is_random_and_never_where_it_was_chosen() {
        LocalPassword random = LocalPassword.of("");
        assertThat(welcome(random).split(random.text(), -1)).hasSize(2);
        assertThat(random.toString()).doesNotContain(random.text());
        assertThat(welcome(LocalPassword.of("chosen-by-us"))).doesNotContain("chosen-by-us");
    }

    @Test
    void the_last_lines_of_a_start_say_where_who_and_what_to_try() {
        assertThat(welcome(LocalPassword.of("")))
                .contains("ready at http://127.0.0.1:8080")
                .contains("http://127.0.0.1:8080 in a browser")
                .contains("screener, manager, policy, approver, auditor")
                .contains("curl -u screener")
                .contains("http://127.0.0.1:8080/api/assessments");
    }

    @Test
    void with_a_certificate_of_its_own_the_address_says_so() {
        assertThat(address(new MockEnvironment())).isEqualTo("http://127.0.0.1:8080");
        assertThat(address(new MockEnvironment()
                        .withProperty("server.ssl.key-store", "tls.p12")
                        .withProperty("local.server.port", "8443")))
                .isEqualTo("https://127.0.0.1:8443");
        assertThat(address(new MockEnvironment()
                        .withProperty("server.ssl.key-store", "tls.p12")
                        .withProperty("server.ssl.enabled", "false")))
                .startsWith("http:");
    }

    private static String address(MockEnvironment environment) {
        return new Welcome(LocalPassword.of(""), environment, System.out).address();
    }

    @Test
    void the_sample_to_try_is_there() {
        Matcher sample = Pattern.compile("@(samples/\\S+)").matcher(welcome(LocalPassword.of("")));
        assertThat(sample.find()).isTrue();
        assertThat(Path.of(sample.group(1))).exists();
    }

    private static String welcome(LocalPassword password) {
        return new Welcome(password, new MockEnvironment(), System.out).text("http://127.0.0.1:8080");
    }
}

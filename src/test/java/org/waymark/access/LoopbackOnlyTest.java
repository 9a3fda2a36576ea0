package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

class LoopbackOnlyTest {

    private final MockEnvironment settings = new MockEnvironment();
    private final TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();

    @Test
    void without_a_setting_it_listens_on_this_machine() {
        new LoopbackOnly(settings).customize(server);
        assertThat(server.getAddress())
                .isNotNull()
                .satisfies(address -> assertThat(address.getHostAddress()).isEqualTo("127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", " 127.0.0.1 "})
    void an_address_of_this_machine_is_taken(String address) {
        new LoopbackOnly(settings.withProperty("server.address", address)).customize(server);
        assertThat(server.getAddress()).isNotNull().matches(java.net.InetAddress::isLoopbackAddress);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "no-such-host.invalid"})
    void any_other_keeps_it_from_starting_and_the_message_says_what_to_do(String address) {
        settings.withProperty("server.address", address);
        assertThatThrownBy(() -> new LoopbackOnly(settings).customize(server))
                .isInstanceOf(AccessCannotStart.class)
                .hasMessageContaining("`server.address` is `" + address + "`")
                .hasMessageContaining("make it 127.0.0.1");
    }

    @Test
    void a_port_of_its_own_for_health_and_metrics_listens_no_wider() {
        settings.withProperty("management.server.port", "9090");
        assertThatThrownBy(() -> new LoopbackOnly(settings).customize(server))
                .isInstanceOf(AccessCannotStart.class)
                .hasMessageContaining("management.server.address");
        new LoopbackOnly(settings.withProperty("management.server.address", "127.0.0.1")).customize(server);
    }
}

package org.waymark.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Keeps a service with local users on this machine: five users with one password, over HTTP without TLS, are for
 * trying it out, not for a network.
 */
final class LoopbackOnly implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

    private static final String HERE = "127.0.0.1";

    private final Environment environment;

    LoopbackOnly(Environment environment) {
        this.environment = environment;
    }

    /**
     * Binds the server to this machine.
     *
     * @throws AccessCannotStart where the settings ask for another address
     */
    @Override
    public void customize(ConfigurableWebServerFactory server) {
        server.setAddress(loopback("server.address", environment.getProperty("server.address", HERE)));
        // A port of its own for health and metrics is another server, which listens everywhere if it is not told where.
        if (!environment.getProperty("management.server.port", "").isBlank()) {
            loopback("management.server.address", environment.getProperty("management.server.address", "0.0.0.0"));
        }
    }

    private static InetAddress loopback(String setting, String value) {
        try {
            InetAddress address = InetAddress.getByName(value.strip());
            if (address.isLoopbackAddress()) {
                return address;
            }
        } catch (UnknownHostException e) {
            // Not an address of this machine, then: refused like any other.
        }
        throw new AccessCannotStart("`" + setting + "` is `" + value + "`, and with local users this service listens"
                + " on " + HERE + " only; leave the setting out, or make it " + HERE + "; to listen elsewhere name an"
                + " identity provider with WAYMARK_OIDC_ISSUER_URI and WAYMARK_OIDC_CLIENT_ID, see docs/access.md");
    }

    /** After all that sets an address. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}

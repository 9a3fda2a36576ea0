package org.waymark.access.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.waymark.access.AccessCannotStart;

/**
 * How this service and the identity provider know each other.
 *
 * @param clientSecret empty for a public client, which PKCE alone protects
 * @param audience what a machine's token must be made out to
 * @param algorithms with which a token may be signed
 * @param skew by how much the clocks of provider and service may differ
 * @param publicAddress where browsers find this service; empty for this machine and the port it listens on
 * @param idle how long a session may rest
 * @param longest how long it may last, used or not
 */
record OidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        Set<String> scopes,
        String audience,
        Set<SignatureAlgorithm> algorithms,
        Duration skew,
        String publicAddress,
        Duration idle,
        Duration longest,
        ClaimMapping mapping) {

    /**
     * What the environment says.
     *
     * @throws AccessCannotStart with every fault
     */
    static OidcSettings of(Environment environment) {
        return new OidcSettingsReader(environment).read();
    }

    /** Whether browsers reach this service over TLS, and so may be told never to send the cookie without. */
    boolean secure() {
        return publicAddress.startsWith("https:");
    }

    /** Where browsers find this service. */
    String address(Environment environment) {
        return publicAddress.isEmpty()
                ? "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080")
                : publicAddress;
    }

    /** Whether an address is TLS, or does not leave this machine. */
    static boolean isSafe(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()) && isThisMachine(host));
    }

    static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** The secret is shown nowhere. */
    @Override
    public String toString() {
        return "the settings of `" + issuer + "`";
    }
}

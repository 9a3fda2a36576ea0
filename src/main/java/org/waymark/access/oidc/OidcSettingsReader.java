package org.waymark.access.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.util.StringUtils;
import org.waymark.access.AccessCannotStart;
import org.waymark.access.Areas;
import org.waymark.access.Role;

/** Reads how this service and the identity provider know each other, and tells every fault at once. */
final class OidcSettingsReader {

    private final Environment environment;
    private final List<String> faults = new ArrayList<>();

    OidcSettingsReader(Environment environment) {
        this.environment = environment;
    }

    OidcSettings read() {
        String clientId = text("oidc.client-id", "");
        require(
                !clientId.isEmpty(),
                "WAYMARK_OIDC_CLIENT_ID is not set: it is the name of this service at the provider");
        String audience = text("oidc.audience", "");
        OidcSettings settings = new OidcSettings(
                issuer(),
                clientId,
                secret(),
                scopes(),
                audience.isEmpty() ? clientId : audience,
                algorithms(),
                duration("oidc.clock-skew", Duration.ZERO, Duration.ofMinutes(5)),
                publicAddress(),
                duration("session.idle", Duration.ofMinutes(1), Duration.ofHours(12)),
                duration("session.longest", Duration.ofMinutes(1), Duration.ofHours(24)),
                mapping());
        if (!faults.isEmpty()) {
            throw new AccessCannotStart("the sign-in with an identity provider is not set up: "
                    + String.join(". ", faults) + "; put these settings right, docs/access.md has each");
        }
        return settings;
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private String text(String name, String otherwise) {
        String text = environment.getProperty("waymark." + name, "").strip();
        return text.isEmpty() ? otherwise : text;
    }

    private static String setting(String name) {
        return "WAYMARK_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private String issuer() {
        String issuer = text("oidc.issuer-uri", "");
        require(
                isSafe(issuer),
                "WAYMARK_OIDC_ISSUER_URI is `" + issuer
                        + "`, and must be the https address of the provider, as its tokens" + " have it");
        return issuer;
    }

    private static boolean isSafe(String address) {
        try {
            return OidcSettings.isSafe(URI.create(address));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private String secret() {
        // As it is: a secret may begin or end with a space.
        String secret = environment.getProperty("waymark.oidc.client-secret", "");
        String file = text("oidc.client-secret-file", "");
        require(
                secret.isEmpty() || file.isEmpty(),
                "WAYMARK_OIDC_CLIENT_SECRET and WAYMARK_OIDC_CLIENT_SECRET_FILE are both set: leave one out");
        if (file.isEmpty()) {
            return secret;
        }
        try {
            String read =
                    Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
            require(!read.isEmpty(), "the file of WAYMARK_OIDC_CLIENT_SECRET_FILE, `" + file + "`, is empty");
            return read;
        } catch (IOException unreadable) {
            faults.add("the file of WAYMARK_OIDC_CLIENT_SECRET_FILE, `" + file + "`, cannot be read");
            return "";
        }
    }

    private Set<String> scopes() {
        Set<String> scopes = new LinkedHashSet<>(list("oidc.scopes"));
        scopes.add("openid");
        return scopes;
    }

    private List<String> list(String name) {
        return Arrays.stream(text(name, "").split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** A shared secret would let whoever can check a token make one, so none of those. */
    private Set<SignatureAlgorithm> algorithms() {
        Set<SignatureAlgorithm> algorithms = EnumSet.noneOf(SignatureAlgorithm.class);
        for (String name : list("oidc.algorithms")) {
            SignatureAlgorithm algorithm = SignatureAlgorithm.from(name);
            require(
                    algorithm != null,
                    "WAYMARK_OIDC_ALGORITHMS holds `" + name + "`, allowed are "
                            + Arrays.stream(SignatureAlgorithm.values())
                                    .map(SignatureAlgorithm::getName)
                                    .toList());
            if (algorithm != null) {
                algorithms.add(algorithm);
            }
        }
        require(
                !algorithms.isEmpty(),
                "WAYMARK_OIDC_ALGORITHMS names no algorithm: leave it out for RS256,PS256,ES256");
        return algorithms;
    }

    private Duration duration(String name, Duration least, Duration most) {
        try {
            Duration duration = DurationStyle.detectAndParse(text(name, ""));
            require(
                    duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0,
                    setting(name) + " is `" + text(name, "") + "`, allowed is from " + least.toSeconds() + "s to "
                            + most.toSeconds() + "s");
            return duration;
        } catch (IllegalArgumentException notATime) {
            faults.add(setting(name) + " is `" + text(name, "") + "`, and must be a time such as 15m or 60s");
            return least;
        }
    }

    private String publicAddress() {
        String address = StringUtils.trimTrailingCharacter(text("public-address", ""), '/');
        if (address.isEmpty()) {
            require(
                    OidcSettings.isThisMachine(
                            environment.getProperty("server.address", "").strip()),
                    "WAYMARK_PUBLIC_ADDRESS is not set, and the service listens for other machines: give the https"
                            + " address at which browsers find it");
            return address;
        }
        require(
                isSafe(address) && !address.matches("https?://[^/]*[/?#@].*"),
                "WAYMARK_PUBLIC_ADDRESS is `" + address + "`, and must be https and a host, such as"
                        + " `https://waymark.example.gov.uk`");
        return address;
    }

    private ClaimMapping mapping() {
        Map<String, Set<String>> roles =
                mapping("oidc.roles", "a role", role -> Role.named(role).isPresent());
        require(
                !roles.isEmpty(),
                "WAYMARK_OIDC_ROLES is not set, and nobody could do anything: write which value of a claim means which"
                        + " role, such as `mash-screeners=screener, mash-managers=manager`");
        return new ClaimMapping(
                text("oidc.actor-claim", "preferred_username"),
                list("oidc.role-claims"),
                roles,
                list("oidc.area-claims"),
                mapping("oidc.areas", "an area", area -> area.equals(Areas.EVERY) || area.matches("[a-z0-9-]+")));
    }

    /** One value may mean several, in several pairs. */
    private Map<String, Set<String>> mapping(String name, String what, Predicate<String> allowed) {
        Map<String, Set<String>> meanings = new LinkedHashMap<>();
        for (String pair : list(name)) {
            // A group's name may hold an equals sign, a role or an area cannot.
            int equals = pair.lastIndexOf('=');
            String meaning = pair.substring(equals + 1).strip();
            if (equals < 1 || !allowed.test(meaning)) {
                faults.add(setting(name) + " holds `" + pair + "`, and must be pairs of a claim's value and " + what
                        + ", such as `value=" + (name.endsWith("roles") ? "screener" : "sefton") + "`");
            } else {
                meanings.computeIfAbsent(pair.substring(0, equals).strip(), none -> new LinkedHashSet<>())
                        .add(meaning);
            }
        }
        return meanings;
    }
}

package org.waymark.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker that lets nobody in who does not sign in with a password over TLS, and lets nobody do what was not granted.
 * Its key and its passwords are made when it starts, and are gone with its folder.
 */
public final class GuardedBroker implements AutoCloseable {

    /** Who may do only what is granted. */
    public static final String SERVICE = "waymark";

    private static final int ITERATIONS = 4096;
    private static final String EVERYTHING = "cases";
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required";

    /** Begins with what the last look of a build takes for a secret, see WhatWasLogged. */
    private final Map<String, String> passwords = Stream.of("broker", SERVICE, EVERYTHING)
            .collect(Collectors.toMap(user -> user, user -> "only-for-this-test-" + UUID.randomUUID()));

    private final Path keys;
    private final BrokerProcess process;

    private GuardedBroker(Path folder) throws IOException, InterruptedException {
        this.keys = folder.resolve("broker.p12");
        makeKey();
        this.process = BrokerProcess.start(folder, settings(), signIn(EVERYTHING));
    }

    /** Starts one and waits until it answers. */
    public static GuardedBroker start(Path folder) throws IOException, InterruptedException {
        return new GuardedBroker(Files.createDirectories(folder));
    }

    private void makeKey() throws IOException, InterruptedException {
        keytool("-genkeypair", "-alias", "broker", "-keyalg", "EC", "-dname", "CN=broker", "-ext", "san=ip:127.0.0.1");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "broker",
                "-file",
                certificate().toString());
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        Stream.concat(
                                Stream.of(arguments),
                                Stream.of("-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass:env", "P")))
                .toList();
        ProcessBuilder tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(keys.resolveSibling("keytool.log").toFile());
        tool.environment().put("P", password("broker"));
        if (tool.start().waitFor() != 0) {
            throw new AssertionError("keytool made no key: see its log in " + keys.getParent());
        }
    }

    private Map<String, String> settings() {
        String users = passwords.entrySet().stream()
                .map(user -> " user_" + user.getKey() + "=\"" + user.getValue() + "\"")
                .collect(Collectors.joining());
        return Map.ofEntries(
                Map.entry("inter.broker.listener.name", "CLIENTS"),
                Map.entry("listener.security.protocol.map", "CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT"),
                Map.entry("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512"),
                Map.entry("listener.name.clients.scram-sha-512.sasl.jaas.config", SCRAM + ";"),
                Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
                Map.entry(
                        "listener.name.clients.plain.sasl.jaas.config",
                        PLAIN + " username=\"broker\" password=\"" + password("broker") + "\"" + users + ";"),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.location", keys.toString()),
                Map.entry("ssl.keystore.password", password("broker")),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", certificate().toString()),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                // Nobody is anonymous but the broker itself, as its own controller.
                Map.entry("super.users", "User:ANONYMOUS;User:broker;User:" + EVERYTHING));
    }

    /** The certificate that clients are to trust, in PEM. */
    public Path certificate() {
        return keys.resolveSibling("broker.pem");
    }

    /** The password of a user. */
    public String password(String user) {
        return passwords.get(user);
    }

    private Map<String, Object> signIn(String user) {
        return Map.of(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                "SASL_SSL",
                SaslConfigs.SASL_MECHANISM,
                "PLAIN",
                SaslConfigs.SASL_JAAS_CONFIG,
                PLAIN + " username=\"" + user + "\" password=\"" + password(user) + "\";",
                SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
                "PEM",
                SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                certificate().toString());
    }

    public String bootstrapServers() {
        return process.bootstrapServers();
    }

    /** What a client is set to that may do everything. */
    public Map<String, Object> connection() {
        Map<String, Object> connection = new HashMap<>(signIn(EVERYTHING));
        connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        return connection;
    }

    /** Lets the service do that. */
    public void grant(ResourceType type, String name, List<AclOperation> operations) throws Exception {
        ResourcePattern on = new ResourcePattern(type, name, PatternType.LITERAL);
        try (Admin admin = process.admin()) {
            admin.createAcls(operations.stream()
                            .map(may -> new AclBinding(
                                    on, new AccessControlEntry("User:" + SERVICE, "*", may, AclPermissionType.ALLOW)))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** What the service says of itself with SCRAM, by which it may sign in from now on, too. */
    public Map<String, String> scram() throws Exception {
        try (Admin admin = process.admin()) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            SERVICE,
                            new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                            password(SERVICE))))
                    .all()
                    .get();
        }
        return Map.of(
                SaslConfigs.SASL_MECHANISM,
                "SCRAM-SHA-512",
                SaslConfigs.SASL_JAAS_CONFIG,
                SCRAM + " username=\"" + SERVICE + "\" password=\"" + password(SERVICE) + "\";");
    }

    @Override
    public void close() {
        process.close();
    }
}

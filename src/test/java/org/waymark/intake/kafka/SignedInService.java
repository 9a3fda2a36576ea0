package org.waymark.intake.kafka;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.waymark.Waymark;
import org.waymark.broker.GuardedBroker;
import org.waymark.docs.Page;
import org.waymark.intake.http.Api;
import org.waymark.intake.http.RunningService;
import org.waymark.ruleset.SmallRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service, set up to sign in at its broker as the page on the stream says, to the letter. */
final class SignedInService implements AutoCloseable {

    private static final Page PAGE = Page.of("docs/stream.md");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^export (\\w+)=(.*)$");
    private static final Pattern ON = Pattern.compile("(topic|group) `(.*)`");

    final ConfigurableApplicationContext context;

    private SignedInService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Grants what the page says that the service needs, and no more. */
    static void grant(GuardedBroker broker) throws Exception {
        for (Map.Entry<String, List<String>> row :
                PAGE.rows("on", "always", "where the service makes the topics").entrySet()) {
            Matcher on = ON.matcher(row.getKey());
            if (!on.matches()) {
                throw new AssertionError("`" + row.getKey() + "` is neither a topic nor a group");
            }
            List<AclOperation> may = row.getValue().stream()
                    .flatMap(cell -> List.of(cell.split(", ")).stream())
                    .filter(cell -> !cell.isBlank())
                    .map(AclOperation::fromString)
                    .toList();
            broker.grant(ResourceType.fromString(on.group(1)), on.group(2), may);
        }
    }

    /**
     * Starts it.
     *
     * @param folder its own, empty
     */
    static SignedInService start(Path folder, GuardedBroker broker, String password) throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(
                secrets.resolve("spring.kafka.properties.sasl.jaas.config"),
                PAGE.between("org.apache.kafka.common.security.plain", "\n```").replace("THE-PASSWORD", password)
                        + "\n");
        Files.copy(broker.certificate(), folder.resolve("broker.pem"));
        writeRules(folder.resolve("rules"));
        StandardEnvironment environment = new StandardEnvironment();
        String source = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment
                .getPropertySources()
                .replace(source, new SystemEnvironmentPropertySource(source, variables(folder, broker)));
        return new SignedInService(new SpringApplicationBuilder(Waymark.class)
                .environment(environment)
                .run(
                        "--server.port=0",
                        "--waymark.data-dir=" + folder.resolve("data"),
                        "--waymark.rules-dir=" + folder.resolve("rules"),
                        "--waymark.local-password=" + RunningService.PASSWORD,
                        "--waymark.kafka.partitions=3",
                        "--waymark.kafka.watch-every=500ms",
                        // A broker that another test had in this process leaves its address under this name.
                        "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers()));
    }

    private static Map<String, Object> variables(Path folder, GuardedBroker broker) {
        Map<String, Object> variables = new HashMap<>(System.getenv());
        Matcher said = VARIABLE.matcher(PAGE.between("export ", "\n```"));
        while (said.find()) {
            variables.put(
                    said.group(1),
                    said.group(2)
                            .replace("/etc/waymark", folder.toString())
                            .replace("broker1:9094,broker2:9094", broker.bootstrapServers()));
        }
        return variables;
    }

    private static void writeRules(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file :
                SmallRules.of(SmallRules.GOOD).files().all().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    HttpResponse<String> get(String path) {
        return Api.send(api("manager").request(path).GET());
    }

    HttpResponse<String> submit(String assessment) {
        return Api.send(api("screener")
                .request("/api/assessments")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(assessment)));
    }

    private Api api(String user) {
        return Api.at(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class), user);
    }

    JsonNode health(String component) {
        return JsonMapper.shared().readTree(get("/actuator/health/" + component).body());
    }

    @Override
    public void close() {
        context.close();
    }
}

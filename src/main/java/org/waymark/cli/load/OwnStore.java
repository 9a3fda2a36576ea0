package org.waymark.cli.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.access.Caller;
import org.waymark.casework.stream.Bulk;
import org.waymark.casework.stream.Ending;
import org.waymark.casework.stream.LineSink;
import org.waymark.casework.stream.LineSource;
import org.waymark.cli.UsersFault;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.store.StoreCannotStart;
import org.waymark.trail.TrailCannotStart;
import org.waymark.trail.TrailUnavailable;

/** The store itself, with the settings of the service and the rules that it would have in force. */
final class OwnStore implements Destination {

    private static final int MOST_CAUSES = 50;

    private final ConfigurableApplicationContext context;
    private final String actor;

    private OwnStore(ConfigurableApplicationContext context, String actor) {
        this.context = context;
        this.actor = actor;
    }

    /**
     * Opens it.
     *
     * @param actor who is recorded as having submitted
     * @throws UsersFault where it cannot be opened, with the reason and what to do
     */
    static OwnStore open(String actor) {
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(LoadingBeans.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    // Whoever interrupts waits until what is begun is written down: see LoadCommand.
                    .registerShutdownHook(false)
                    .properties("logging.config=classpath:logback-command.xml")
                    // Replays are the service's own evening work.
                    .run(
                            "--waymark.replay.sample=0",
                            "--logging.level.root=ERROR",
                            "--logging.level.org.waymark=ERROR",
                            // Why it could not be opened is told once, by whoever asked for it.
                            "--logging.level.org.springframework=OFF");
            return new OwnStore(context, actor);
        } catch (RuntimeException failure) {
            throw told(failure);
        }
    }

    private static RuntimeException told(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, one -> one != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .filter(OwnStore::isOurs)
                .findFirst()
                .<RuntimeException>map(ours -> new UsersFault(advised(String.valueOf(ours.getMessage()))))
                .orElse(failure);
    }

    private static boolean isOurs(Throwable failure) {
        return failure instanceof StoreCannotStart
                || failure instanceof TrailCannotStart
                || failure instanceof TrailUnavailable
                || failure instanceof RuleSetRejected
                || failure instanceof UncheckedIOException;
    }

    private static String advised(String message) {
        return message.contains("is in use by another Waymark")
                ? message.substring(0, message.indexOf(';'))
                        + "; where that is a running service, load through it: --to http://127.0.0.1:8080 --user screener,"
                        + " with its password in WAYMARK_LOAD_PASSWORD"
                : message;
    }

    @Override
    public String name() {
        String uri = context.getEnvironment().getProperty("waymark.mongodb-uri", "");
        return uri.isBlank()
                ? "the store in "
                        + Path.of(context.getEnvironment().getProperty("waymark.data-dir", "data"))
                                .toAbsolutePath()
                                .normalize()
                : "a MongoDB";
    }

    @Override
    public Ending send(LineSource source, LineSink sink) throws IOException, InterruptedException {
        return context.getBean(Bulk.class).run(source, Caller.everywhere(actor), sink);
    }

    @Override
    public void close() {
        context.close();
    }
}

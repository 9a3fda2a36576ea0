package org.waymark.intake.http;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.waymark.access.AccessCannotStart;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.store.StoreCannotStart;
import org.waymark.trail.TrailCannotStart;
import org.waymark.trail.TrailUnavailable;

/** Says in words why the service did not start, and what whoever started it can do. */
public final class StartFailures implements FailureAnalyzer, Ordered {

    /** Deeper than any chain of causes, and an end to one that goes round. */
    private static final int MOST_CAUSES = 50;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .flatMap(one -> explained(one).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<FailureAnalysis> explained(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof StoreCannotStart
                || failure instanceof TrailCannotStart
                || failure instanceof AccessCannotStart) {
            int fix = message.indexOf("; ");
            return fix < 0
                    ? told(failure, message, "Put that right and start again.")
                    : told(failure, message.substring(0, fix), sentence(message.substring(fix + 2)));
        } else if (failure instanceof RuleSetRejected) {
            return told(failure, message, "Put the rules right, or name another folder with WAYMARK_RULES_DIR.");
        } else if (failure instanceof UncheckedIOException && message.startsWith("the rule set")) {
            return told(failure, message, "Start Waymark where the folder is, or name it with WAYMARK_RULES_DIR.");
        } else if (failure instanceof PortInUseException taken) {
            return told(
                    failure,
                    "port " + taken.getPort() + " is taken by another program",
                    "Stop that one, or give this one another port with SERVER_PORT.");
        } else if (failure instanceof TrailUnavailable) {
            return told(failure, message, "Check that MongoDB runs and that WAYMARK_MONGODB_URI names it.");
        }
        return Optional.empty();
    }

    private static Optional<FailureAnalysis> told(Throwable failure, String what, String fix) {
        return Optional.of(new FailureAnalysis(sentence(what), fix, failure));
    }

    private static String sentence(String text) {
        String capital = text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
        return text.endsWith(".") || text.contains("\n") ? capital : capital + ".";
    }

    /** Before those of the framework, which know less. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}

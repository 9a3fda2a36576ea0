package org.waymark.casework.retention;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How long what is recorded is kept, by what came out. Where several lines speak of somebody the longest holds. */
public record RetentionSchedule(List<RetentionLine> lines) {

    /** Every young person without a line of their own has this one. */
    public static final String UNIVERSAL = "universal";

    public static final String LOOKED_AFTER = "looked-after";

    private static final List<String> OUTCOMES =
            List.of(LOOKED_AFTER, "safeguarding", "mace", "enforcement", "early-help", UNIVERSAL);

    private static final String DEFAULTS = "/org/waymark/casework/retention.properties";
    private static final String PREFIX = "waymark.retention.";

    public RetentionSchedule {
        lines = List.copyOf(lines);
    }

    /**
     * The schedule as it is configured.
     *
     * @param setting gives a setting by its name, null where it is not set and the default holds
     * @throws IllegalArgumentException where a setting cannot be read
     */
    public static RetentionSchedule of(UnaryOperator<@Nullable String> setting) {
        Properties defaults = defaults();
        return new RetentionSchedule(OUTCOMES.stream()
                .map(outcome -> new RetentionLine(
                        outcome,
                        value(PREFIX + outcome, setting, defaults),
                        value(PREFIX + outcome + ".basis", setting, defaults)))
                .toList());
    }

    private static String value(String name, UnaryOperator<@Nullable String> setting, Properties defaults) {
        String set = setting.apply(name);
        return set != null && !set.isBlank() ? set.strip() : Objects.requireNonNull(defaults.getProperty(name), name);
    }

    private static Properties defaults() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(RetentionSchedule.class.getResourceAsStream(DEFAULTS), DEFAULTS),
                StandardCharsets.UTF_8)) {
            Properties defaults = new Properties();
            defaults.load(reader);
            return defaults;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The line that holds for somebody of whom these came out: the one that is due last. */
    public RetentionLine of(Set<String> outcomes, LocalDate born, LocalDate lastContact) {
        return lines.stream()
                .filter(line ->
                        outcomes.contains(line.outcome()) || line.outcome().equals(UNIVERSAL))
                .max(Comparator.comparing(line -> line.due(born, lastContact)))
                .orElseThrow();
    }
}

package org.waymark.ruleset.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.assessment.Coded;
import org.waymark.ruleset.Spelling;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Manifest;

/** Reads results as a scenario writes them: a code, and after it how high and how soon: {@code mace high same-day}. */
final class Items {

    /** One result as it is written. */
    record Item(At at, String code, Speed speed) {}

    private static final List<String> URGENCIES =
            Arrays.stream(Urgency.values()).map(Coded::code).toList();

    private final Manifest manifest;

    Items(Manifest manifest) {
        this.manifest = manifest;
    }

    /** What stands here, one or a list; items with a fault are left out. */
    List<At> all(At at, String what) {
        return at.isList() ? at.items(what) : List.of(at);
    }

    /**
     * The result that is written here; nothing, with a fault, where none is.
     *
     * @param what what it is, such as {@code pathway}
     * @param codes the codes that it may have
     * @param level whether it may say at what level
     * @param urgency whether it may say how soon
     */
    Optional<Item> item(At at, String what, List<String> codes, boolean level, boolean urgency) {
        Optional<String> text = at.text(level || urgency ? "words such as `mace high same-day`" : "a word or a list");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of(text.get().split("\\s+")));
        String code = words.remove(0);
        if (!codes.contains(code)) {
            at.fault("unknown " + what + " " + At.shown(code), Spelling.fix(code, codes));
            return Optional.empty();
        }
        return speed(at, words, level, urgency).map(speed -> new Item(at, code, speed));
    }

    /** How high and how soon, as these words say it. */
    Optional<Speed> speed(At at, List<String> words, boolean mayHaveLevel, boolean mayHaveUrgency) {
        boolean atLeast =
                words.size() > 1 && words.get(0).equals("at") && words.get(1).equals("least");
        List<String> levels = mayHaveLevel ? manifest.levels() : List.of();
        List<String> urgencies = mayHaveUrgency ? URGENCIES : List.of();
        List<String> found = words.subList(atLeast ? 2 : 0, words.size());
        for (String word : found) {
            if (!levels.contains(word) && !urgencies.contains(word)) {
                at.fault(unexpected(word, mayHaveLevel, mayHaveUrgency), fix(word, levels, urgencies));
                return Optional.empty();
            }
        }
        List<String> foundLevels = found.stream().filter(levels::contains).toList();
        List<String> foundUrgencies = found.stream().filter(urgencies::contains).toList();
        if (foundLevels.size() > 1 || foundUrgencies.size() > 1 || (atLeast && found.isEmpty())) {
            at.fault(at.found() + " does not say clearly how high or how soon", "one level and one urgency at most");
            return Optional.empty();
        }
        return Optional.of(new Speed(
                foundLevels.stream().findFirst().orElse(null),
                foundUrgencies.stream()
                        .findFirst()
                        .flatMap(code -> Coded.of(Urgency.class, code))
                        .orElse(null),
                atLeast));
    }

    private static String unexpected(String word, boolean level, boolean urgency) {
        if (!level && !urgency) {
            return "the word " + At.shown(word) + " stands behind what has no level and no urgency";
        }
        return At.shown(word) + (level ? " is no level and no urgency" : " is no urgency");
    }

    private static String fix(String word, List<String> levels, List<String> urgencies) {
        List<String> allowed =
                Stream.concat(levels.stream(), urgencies.stream()).toList();
        return allowed.isEmpty() ? "put a comma between the items of a list" : Spelling.fix(word, allowed);
    }
}

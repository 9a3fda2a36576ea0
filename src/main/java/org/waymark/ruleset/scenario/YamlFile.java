package org.waymark.ruleset.scenario;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.ruleset.Faults;
import org.waymark.ruleset.Texts;
import org.waymark.screening.rule.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads one file as plain YAML: texts, lists and fields. Anchors, aliases and tags, with which a small file can be a
 * large one or an object of a program, are faults.
 */
final class YamlFile {

    /** A whole case needs seven: entry, case, time line, contact, observations, observation, days. */
    private static final int DEEPEST = 12;

    private final String name;
    private final Faults faults;

    private YamlFile(String name, Faults faults) {
        this.name = name;
        this.faults = faults;
    }

    /** What stands in the file; nothing where it is empty or, with a fault, where it is not plain YAML. */
    static Optional<At> read(String name, byte[] content, Faults faults) {
        return Texts.read(name, content, faults).flatMap(text -> new YamlFile(name, faults).read(text));
    }

    private Optional<At> read(String text) {
        try {
            Yaml yaml = new Yaml(new SafeConstructor(limits()));
            if (!isPlain(yaml, text)) {
                return Optional.empty();
            }
            return Optional.ofNullable(yaml.compose(new StringReader(text)))
                    .map((Node root) -> new At(root, name, faults));
        } catch (MarkedYAMLException notYaml) {
            faults.add(place(notYaml.getProblemMark()), "the file is not YAML: " + notYaml.getProblem(), "");
        } catch (RuntimeException | StackOverflowError notYaml) {
            faults.add(new Place(name, 1, 1), "the file is not plain YAML", "use texts, lists and fields only");
        }
        return Optional.empty();
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        return options;
    }

    /** Goes through the file once before anything is built of it. */
    private boolean isPlain(Yaml yaml, String text) {
        int before = faults.count();
        int documents = 0;
        int depth = 0;
        for (Event event : yaml.parse(new StringReader(text))) {
            refuseClever(event);
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                fault(event, "more than " + DEEPEST + " levels stand within one another", "no case needs so many");
                return false;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof DocumentStartEvent && ++documents > 1) {
                fault(event, "a second document begins", "take the line of three hyphens out");
            }
        }
        return faults.count() == before;
    }

    private void refuseClever(Event event) {
        if (event instanceof AliasEvent) {
            fault(event, "an alias stands for something written elsewhere", "write it out");
        } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
            fault(event, "an anchor gives something a name", "take out `&` and the name behind it");
        }
        if ((event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent start && start.getTag() != null)) {
            fault(event, "a tag says of what type something is", "take out `!` and the word behind it");
        }
    }

    private void fault(Event event, String message, String fix) {
        faults.add(place(event.getStartMark()), message, fix);
    }

    private Place place(@Nullable Mark mark) {
        return place(name, mark);
    }

    static Place place(String file, @Nullable Mark mark) {
        return mark == null ? new Place(file, 1, 1) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}

package org.waymark.cli.load.table;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.assessment.Nearest;
import org.waymark.assessment.Quoted;
import org.waymark.ruleset.RuleFault;
import org.waymark.screening.rule.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file as it is written: no object is made of it, so that {@code no} stays a word and {@code 20} a code, and
 * every fault knows its line and column.
 */
final class Yaml {

    private final String file;
    private final List<RuleFault> faults = new ArrayList<>();

    Yaml(String file) {
        this.file = file;
    }

    List<RuleFault> faults() {
        return faults.stream().distinct().sorted().toList();
    }

    Optional<Node> parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(text));
            if (root != null) {
                return Optional.of(root);
            }
            faults.add(new RuleFault(new Place(file, 1, 1), "the mapping is empty", "see samples/mappings"));
        } catch (MarkedYAMLException notYaml) {
            Mark mark = notYaml.getProblemMark();
            Place place =
                    mark == null ? new Place(file, 1, 1) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
            faults.add(new RuleFault(
                    place,
                    "the mapping is not YAML: " + notYaml.getProblem(),
                    "put texts with signs in them in quotes"));
        } catch (RuntimeException | StackOverflowError notYaml) {
            faults.add(
                    new RuleFault(new Place(file, 1, 1), "the mapping is not plain YAML", "use texts and lists only"));
        }
        return Optional.empty();
    }

    Place place(Node at) {
        return new Place(
                file, at.getStartMark().getLine() + 1, at.getStartMark().getColumn() + 1);
    }

    void fault(Node at, String message, String fix) {
        faults.add(new RuleFault(place(at), message, fix));
    }

    /** The entries of an object, each name once and one of these. */
    Map<String, Node> object(Node at, String what, Collection<String> allowed) {
        Map<String, Node> entries = entries(at, what);
        if (at instanceof MappingNode object) {
            for (NodeTuple entry : object.getValue()) {
                String name = word(entry.getKeyNode());
                if (!allowed.contains(name)) {
                    fault(
                            entry.getKeyNode(),
                            "unknown name " + Quoted.of(name) + Nearest.hint(name, allowed),
                            "allowed: " + String.join(", ", allowed));
                }
            }
        }
        return entries;
    }

    /** The entries of an object, each name once. */
    Map<String, Node> entries(Node at, String what) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (at instanceof MappingNode object) {
            for (NodeTuple entry : object.getValue()) {
                String name = word(entry.getKeyNode());
                if (entries.put(name, entry.getValueNode()) != null) {
                    fault(entry.getKeyNode(), Quoted.of(name) + " stands twice", "keep one");
                }
            }
        } else {
            fault(at, what + " must be names with values", "write `name: value`, one a line");
        }
        return entries;
    }

    /** The members of a list; a single one may stand alone. */
    List<Node> list(Node at) {
        return at instanceof SequenceNode list ? list.getValue() : List.of(at);
    }

    /** The words of a list. */
    List<String> words(Node at) {
        return list(at).stream().map(this::word).toList();
    }

    /** A text, to the letter. */
    String word(Node at) {
        if (at instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fault(at, "must be a text", "put it in quotes");
        return "";
    }
}

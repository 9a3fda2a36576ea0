package org.waymark.ruleset.scenario;

import java.util.List;
import java.util.Optional;
import org.waymark.ruleset.Faults;
import org.waymark.screening.rule.Place;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Something that a scenario file says, which knows where it stands and reports there. A scalar is what is written: a
 * bare {@code yes} is the word yes.
 */
record At(Node node, String file, Faults faults) {

    /** Enough to recognise a value by. */
    private static final int SHOWN = 60;

    Place place() {
        return YamlFile.place(file, node.getStartMark());
    }

    void fault(String message, String fix) {
        faults.add(place(), message, fix);
    }

    /** Reports that something else is wanted here than what was found. */
    void wanted(String what) {
        fault("found " + found() + " where " + what + " must stand", "");
    }

    boolean isFields() {
        return node instanceof MappingNode;
    }

    /** Whether fields stand here and this is the key of one. */
    boolean hasKey(String key) {
        return node instanceof MappingNode mapping
                && mapping.getValue().stream()
                        .anyMatch(field -> field.getKeyNode() instanceof ScalarNode scalar
                                && scalar.getValue().equals(key));
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether nothing is written here. */
    boolean isEmpty() {
        return node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.NULL)
                && scalar.getValue().isEmpty();
    }

    /** The word, sentence or figure that is written here; nothing, and no fault, where it is a list or has fields. */
    Optional<String> scalar() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** Whether a figure is written here, and not in quotes. */
    boolean isFigure() {
        return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    }

    /** The text that must stand here; nothing, with a fault, where none does. */
    Optional<String> text(String what) {
        Optional<String> text = scalar().map(String::strip).filter(one -> !one.isEmpty());
        if (text.isEmpty()) {
            wanted(what);
        }
        return text;
    }

    /** The whole number that must stand here, within these bounds; nothing, with a fault, where none does. */
    Optional<Integer> whole(int least, int most) {
        Optional<Integer> number = scalar().filter(text -> isFigure() && text.matches("-?[0-9]{1,9}"))
                .map(Integer::valueOf)
                .filter(one -> one >= least && one <= most);
        if (number.isEmpty()) {
            wanted("a whole number from " + least + " to " + most);
        }
        return number;
    }

    /** The items of the list that must stand here; none, with a fault, where none does. */
    List<At> items(String what) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(one -> new At(one, file, faults))
                    .toList();
        }
        wanted(what);
        return List.of();
    }

    /** What stands here, as a fault shows it. */
    String found() {
        if (isFields()) {
            return "fields";
        }
        return scalar().map(text -> isEmpty() ? "nothing" : shown(text)).orElse("a list");
    }

    static String shown(String text) {
        String plain = text.replace('`', '\'').replaceAll("\\s+", " ");
        return "`" + (plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain) + "`";
    }
}

package org.waymark.ruleset.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.ruleset.Spelling;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** What a scenario file says under its keys. A key that may not be there is a fault, never passed over. */
final class Keys {

    private final At at;
    private final Map<String, At> values;

    private Keys(At at, Map<String, At> values) {
        this.at = at;
        this.values = values;
    }

    /** The fields that must stand here, with these keys and no other; nothing, with a fault, where none do. */
    static Optional<Keys> of(At at, String what, List<String> allowed) {
        if (!(at.node() instanceof MappingNode mapping)) {
            at.wanted(what);
            return Optional.empty();
        }
        Map<String, At> values = new LinkedHashMap<>();
        for (NodeTuple field : mapping.getValue()) {
            At key = new At(field.getKeyNode(), at.file(), at.faults());
            String name = key.scalar().orElse("");
            if (!allowed.contains(name)) {
                key.fault("unknown key " + key.found(), Spelling.fix(name, allowed));
            } else if (values.putIfAbsent(name, new At(field.getValueNode(), at.file(), at.faults())) != null) {
                key.fault("the key " + key.found() + " stands twice", "keep one");
            }
        }
        return Optional.of(new Keys(at, values));
    }

    At at() {
        return at;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<At> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** What stands under a key that must be there; nothing, with a fault, where it is not. */
    Optional<At> need(String key, String fix) {
        if (!has(key)) {
            at.fault("there is no `" + key + "`", fix);
        }
        return get(key);
    }

    Map<String, At> all() {
        return values;
    }
}

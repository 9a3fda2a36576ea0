package org.waymark.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Reads secrets from files that are named in their place. What is in the environment can be read by whoever looks at
 * the process or the container, and is passed on to what it starts; a file has an owner.
 */
public final class SecretFiles implements EnvironmentPostProcessor, Ordered {

    /** Those that no other part reads from a file by itself, as it does the keys. */
    static final List<String> SECRETS = List.of("waymark.local-password", "waymark.mongodb-uri");

    private static final int MOST_BYTES = 8 * 1024;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> read = new LinkedHashMap<>();
        for (String secret : SECRETS) {
            String file = environment.getProperty(secret + "-file", "");
            if (!file.isBlank()) {
                requireOne(environment, secret);
                read.put(secret, content(secret, Path.of(file.strip())));
            }
        }
        if (!read.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("secrets from files", read));
        }
    }

    private static void requireOne(ConfigurableEnvironment environment, String secret) {
        if (!environment.getProperty(secret, "").isBlank()) {
            throw new AccessCannotStart("`" + named(secret) + "` and `" + named(secret)
                    + "_FILE` are both set, and one of them would be ignored; leave one out");
        }
    }

    /** Less the line end that editors put behind it. */
    private static String content(String secret, Path file) {
        String where = "the file `" + file + "` that " + named(secret) + "_FILE names";
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new AccessCannotStart(where + " is too large for a secret; name another");
            }
            String text = Files.readString(file).replaceFirst("\\R\\z", "");
            if (text.isBlank()) {
                throw new AccessCannotStart(where + " is empty; write the secret into it");
            }
            return text;
        } catch (IOException e) {
            throw new AccessCannotStart(
                    where + " cannot be read; check that it is there and that this user may read it");
        }
    }

    private static String named(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT);
    }

    /** Behind those that read the settings. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}

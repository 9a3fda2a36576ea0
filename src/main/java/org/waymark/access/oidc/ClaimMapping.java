package org.waymark.access.oidc;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.access.Areas;
import org.waymark.access.Caller;
import org.waymark.access.Role;

/**
 * What the claims of an identity provider mean here. A value that is not named means nothing.
 *
 * @param actorClaim the claim that names the account, `sub` standing in for it
 * @param roleClaims the claims to look in, where a dot leads into a nested one
 * @param roles which value means which roles
 * @param areaClaims the same for areas
 * @param areas which value means which areas, `*` all
 */
record ClaimMapping(
        String actorClaim,
        List<String> roleClaims,
        Map<String, Set<String>> roles,
        List<String> areaClaims,
        Map<String, Set<String>> areas) {

    private static final int LONGEST_NAME = 200;
    private static final String SUBJECT = "sub";

    /**
     * Whom the claims are about; nothing where they do not name anybody.
     *
     * <p>The name in the trail begins with `oidc:`, or `oidc-sub:` where the subject stands in for the claim. No local user,
     * stream or part of this service has a colon in its name, so none can be taken for another, and nobody who is called
     * in the one claim what somebody else has for a subject can be taken for them.
     */
    Optional<Caller> caller(Map<String, Object> claims) {
        return actor(claims).map(actor -> new Caller(actor, roles(claims), areas(claims)));
    }

    private Optional<String> actor(Map<String, Object> claims) {
        String name = name(claims.get(actorClaim));
        if (name != null) {
            return Optional.of("oidc:" + name);
        }
        // A claim that is there and makes no sense is no reason to take another.
        return claims.containsKey(actorClaim)
                ? Optional.empty()
                : Optional.ofNullable(name(claims.get(SUBJECT))).map(subject -> "oidc-sub:" + subject);
    }

    private static @Nullable String name(@Nullable Object claim) {
        return claim instanceof String text
                        && !text.isBlank()
                        && text.equals(text.strip())
                        && text.length() <= LONGEST_NAME
                        && text.codePoints().noneMatch(ClaimMapping::isUnseen)
                ? text
                : null;
    }

    /** What a reader of the trail would not see, by which one name could look like another. */
    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    private Set<Role> roles(Map<String, Object> claims) {
        Set<Role> given = EnumSet.noneOf(Role.class);
        values(claims, roleClaims)
                .forEach(value -> roles.getOrDefault(value, Set.of())
                        .forEach(role -> Role.named(role).ifPresent(given::add)));
        return given;
    }

    private Areas areas(Map<String, Object> claims) {
        Set<String> given = new TreeSet<>();
        values(claims, areaClaims).forEach(value -> given.addAll(areas.getOrDefault(value, Set.of())));
        return Areas.of(given);
    }

    private static Stream<String> values(Map<String, Object> claims, List<String> names) {
        return names.stream().flatMap(name -> values(found(claims, name)));
    }

    /** The claim of that very name, which may have dots in it; else the one to which the dots lead. */
    private static @Nullable Object found(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? found(inner, name.substring(dot + 1))
                : null;
    }

    /** A list of texts, or one. */
    private static Stream<String> values(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().filter(String.class::isInstance).map(String.class::cast);
        }
        return claim instanceof String one ? Stream.of(one) : Stream.empty();
    }
}

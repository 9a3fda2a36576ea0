package org.waymark.access.oidc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserSource;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.waymark.access.Caller;

/**
 * Makes of what the provider says of somebody who they are here.
 *
 * @param mapping what its claims mean
 */
record People(ClaimMapping mapping) {

    OidcUserService service() {
        DefaultOAuth2UserService told = new DefaultOAuth2UserService();
        told.setRestOperations(Lines.userInfo());
        OidcUserService service = new OidcUserService();
        service.setOauth2UserService(told);
        service.setOidcUserConverter(this::known);
        return service;
    }

    private OidcUser known(OidcUserSource source) {
        Map<String, Object> claims = new LinkedHashMap<>();
        if (source.getUserInfo() != null) {
            claims.putAll(source.getUserInfo().getClaims());
        }
        // What is signed holds against what is only told.
        claims.putAll(source.getUserRequest().getIdToken().getClaims());
        Caller caller = mapping.caller(claims)
                .orElseThrow(() -> new OAuth2AuthenticationException(
                        new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED, "the sign-in names nobody", null)));
        return new Known(caller, source);
    }

    /** Somebody who signed in, by the name that the trail has. */
    private static final class Known extends DefaultOidcUser {

        private static final long serialVersionUID = 1L;

        private final String actor;

        Known(Caller caller, OidcUserSource source) {
            super(
                    Caller.authorities(caller.roles(), caller.areas()),
                    source.getUserRequest().getIdToken(),
                    source.getUserInfo());
            this.actor = caller.actor();
        }

        @Override
        public String getName() {
            return actor;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Known known && known.actor.equals(actor) && super.equals(other);
        }

        @Override
        public int hashCode() {
            return actor.hashCode();
        }
    }
}

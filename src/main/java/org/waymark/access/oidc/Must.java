package org.waymark.access.oidc;

import java.util.function.Predicate;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What must hold of a token beside what the framework asks. */
final class Must {

    private Must() {}

    static OAuth2TokenValidator<Jwt> be(String otherwise, Predicate<Jwt> holds) {
        OAuth2Error fault = new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, otherwise, null);
        return token ->
                holds.test(token) ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(fault);
    }
}

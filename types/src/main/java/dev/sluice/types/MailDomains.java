package dev.sluice.types;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Which mail domains are free or disposable; a disposable domain counts as free too. Domains are registrable ones
 * ({@code gmail.com}, {@code yahoo.co.uk}), in lower case; hosts below them inherit. Immutable.
 *
 * @param free domains of free mail services
 * @param disposable domains of throw-away addresses
 */
public record MailDomains(Set<String> free, Set<String> disposable) {
    public MailDomains {
        free = Set.copyOf(requireNonNull(free, "free"));
        disposable = Set.copyOf(requireNonNull(disposable, "disposable"));
    }

    /** Whether addresses of {@code domain} are free. */
    public boolean isFree(String domain) {
        return free.contains(domain) || disposable.contains(domain);
    }

    /** Whether addresses of {@code domain} are throw-away. */
    public boolean isDisposable(String domain) {
        return disposable.contains(domain);
    }
}

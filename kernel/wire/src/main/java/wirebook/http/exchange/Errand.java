package wirebook.http.exchange;

import wirebook.http.HttpRequest;

/**
 * A request on its way to an answer.
 *
 * @param sent how often it has been sent
 * @param retries how often it has been sent again although the server may have acted on it
 */
record Errand(HttpRequest request, int sent, int retries) {
    static Errand of(HttpRequest request) {
        return new Errand(request, 0, 0);
    }

    /** The errand on its way to the server. */
    Errand underway() {
        return new Errand(request, sent + 1, retries);
    }

    /** The errand to be done again, after the server may have acted on it. */
    Errand again() {
        return new Errand(request, sent, retries + 1);
    }
}

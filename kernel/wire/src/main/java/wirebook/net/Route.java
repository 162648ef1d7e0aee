package wirebook.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The links from one host to another, with routers between them.
 *
 * @param links the links in the order of the way there
 * @param routers the routers between them, one fewer than there are links
 */
public record Route(List<Link> links, List<Router> routers) {
    /** A link without faults, straight from one host to the other. */
    public static final Route STRAIGHT = new Route(List.of(Link.of()), List.of());

    /** Copies the lists. */
    public Route {
        links = List.copyOf(links);
        routers = List.copyOf(routers);
        if (links.size() != routers.size() + 1) {
            throw new IllegalArgumentException("between " + links.size() + " links there are " + (links.size() - 1)
                    + " routers, not " + routers.size());
        }
    }

    /** One link, straight from one host to the other. */
    public static Route over(Link link) {
        return new Route(List.of(link), List.of());
    }

    /** This path, and behind it a router and another link. */
    public Route via(Router router, Link link) {
        List<Link> moreLinks = new ArrayList<>(links);
        moreLinks.add(link);
        List<Router> moreRouters = new ArrayList<>(routers);
        moreRouters.add(router);
        return new Route(moreLinks, moreRouters);
    }

    /** This path with its last link changed. */
    public Route last(UnaryOperator<Link> change) {
        List<Link> changed = new ArrayList<>(links);
        changed.set(links.size() - 1, change.apply(links.getLast()));
        return new Route(changed, routers);
    }

    /** The links, and between them the routers. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(links.getFirst().toString());
        for (int hop = 0; hop < routers.size(); hop++) {
            out.append(", ").append(routers.get(hop).name()).append(", ").append(links.get(hop + 1));
        }
        return out.toString();
    }
}

package dev.lockstep.simulator.server.request;

/** Registry of endpoints by method and path; a path contains its variables in braces. */
public interface Routes {
    void add(String method, String path, Access access);

    default void get(String path, Access access) {
        add("GET", path, access);
    }

    default void post(String path, Access access) {
        add("POST", path, access);
    }

    default void put(String path, Access access) {
        add("PUT", path, access);
    }

    default void patch(String path, Access access) {
        add("PATCH", path, access);
    }

    default void delete(String path, Access access) {
        add("DELETE", path, access);
    }
}

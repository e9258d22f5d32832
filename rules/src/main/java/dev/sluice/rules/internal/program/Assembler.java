package dev.sluice.rules.internal.program;

import java.util.List;

/** Lays the code of an outline: first every place gets its instructions, then the jumps are set from the root down. */
final class Assembler {
    private final List<Node> nodes;
    private final Tests tests;
    private final Code code = new Code();
    private final int[] leaves;

    Assembler(List<Node> nodes, Tests tests) {
        this.nodes = nodes;
        this.tests = tests;
        this.leaves = new int[nodes.size()];
    }

    Program assemble() {
        for (int i = 0; i < nodes.size(); i++) {
            leaves[i] = -1;
            place(nodes.get(i), i);
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            close(nodes.get(i), i);
        }
        for (int i = 0; i < nodes.size(); i++) {
            connect(nodes.get(i), leaves[i]);
        }
        return new Program(tests.all(), code);
    }

    private void place(Node node, int at) {
        if (node.kind == Node.Kind.CLAUSE) {
            clause(node);
        } else if (node.children.isEmpty()) {
            node.entry = code.add(tests.always(), -1);
        } else if (node.lenient && isSet(node)) {
            leaves[at] = code.note();
            node.entry = code.add(Code.ENTER, leaves[at]);
        } else {
            node.entry = -1;
        }
    }

    private void close(Node node, int at) {
        if (leaves[at] >= 0) {
            leaves[at] = code.add(Code.LEAVE, leaves[at]);
        }
        if (node.entry < 0) {
            node.entry = node.children.get(0).entry;
        }
    }

    private static boolean isSet(Node node) {
        return node.kind == Node.Kind.ALL || node.kind == Node.Kind.ANY;
    }

    private void clause(Node node) {
        int presence = node.lenient ? tests.presence(node) : -1;
        if (presence >= 0) {
            node.entry = code.add(presence, -1);
            code.add(tests.of(node), node.firstClause);
        } else {
            node.entry = code.add(tests.of(node), node.firstClause);
        }
    }

    private void connect(Node node, int leave) {
        switch (node.kind) {
            case CLAUSE -> connectClause(node);
            case PAIR -> connectPair(node, node.exits.fail(), node.exits.pass());
            case NEGATED_PAIR -> connectPair(node, node.exits.pass(), node.exits.fail());
            default -> connectSet(node, leave);
        }
    }

    private void connectClause(Node node) {
        int pc = node.entry;
        if (code.subject()[pc] < 0) {
            code.jump(pc, pc + 1, node.exits.skip());
            pc++;
        }
        boolean inverted = tests.inverted(node);
        boolean turned = inverted != node.negated;
        code.jump(pc, turned ? node.exits.fail() : node.exits.pass(), turned ? node.exits.pass() : node.exits.fail());
        if (inverted) {
            code.flip(pc);
        }
    }

    /** The rule first; its set only when the rule holds. What the set leaves out says nothing against the rule. */
    private void connectPair(Node node, int unheld, int held) {
        Node rule = node.children.get(0);
        Node set = node.children.get(1);
        int next = set.entry;
        boolean turned = node.kind == Node.Kind.NEGATED_PAIR;
        rule.exits = turned ? new Exits(unheld, next, node.exits.skip()) : new Exits(next, unheld, node.exits.skip());
        set.exits = new Exits(node.exits.pass(), node.exits.fail(), held);
    }

    private void connectSet(Node node, int leave) {
        boolean any = node.kind == Node.Kind.ANY;
        Exits out = node.exits;
        int last = leave >= 0 ? leave : any ? out.fail() : out.pass();
        if (node.children.isEmpty()) {
            code.jump(node.entry, node.negated ? out.fail() : out.pass(), out.fail());
            return;
        }
        if (leave >= 0) {
            code.jump(node.entry, node.children.get(0).entry, out.fail());
            code.jump(leave, any ? out.fail() : out.pass(), out.skip());
        }
        for (int i = 0; i < node.children.size(); i++) {
            int next = i + 1 < node.children.size() ? node.children.get(i + 1).entry : last;
            node.children.get(i).exits = any ? new Exits(out.pass(), next, next) : new Exits(next, out.fail(), next);
        }
    }
}

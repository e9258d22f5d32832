package dev.sluice.json.internal.tree;

import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** What a value is, in a message. */
enum Kind implements Value.Matcher<String> {
    NAMES;

    @Override
    public String missing() {
        return "nothing";
    }

    @Override
    public String nullValue() {
        return "null";
    }

    @Override
    public String text(Text text) {
        return "text";
    }

    @Override
    public String num(Num num) {
        return "the number " + Words.shown(num.spelling());
    }

    @Override
    public String bool(Bool bool) {
        return bool.text();
    }

    @Override
    public String moment(Moment moment) {
        return "a moment";
    }

    @Override
    public String typed(Typed typed) {
        return "a typed value";
    }

    @Override
    public String obj(Obj obj) {
        return "an object";
    }

    @Override
    public String arr(Arr arr) {
        return "an array";
    }
}

# Sourced by the scripts of this folder: builds what they need, then runs a class of this module.
# The caller's folder stays the working folder, so that paths on its command line mean what they say.

root=$(cd "$(dirname "$0")/.." && pwd)

build() {
  (cd "$root" && ./mvnw -q -Dquick -DskipTests -pl bench -am package >&2)
}

# run_class CLASS [JVM option …] -- [argument …]
run_class() {
  class=$1
  shift
  options=
  while [ "$1" != -- ]; do
    options="$options $1"
    shift
  done
  shift
  # shellcheck disable=SC2086 # options are words without spaces
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" $options \
    -cp "$root/bench/target/classes:$(cat "$root/bench/target/classpath")" "$class" "$@"
}

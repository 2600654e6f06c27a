"""How good it is: figures as typed data, floors that hold them, nothing printed."""

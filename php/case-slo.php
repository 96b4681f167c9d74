<?php
/**
 * Plugin Name: case-slo
 * Description: The elements of case-slo as shortcodes, such as [slo-wizard lang="en" tier="premium"]Call +1 514 555-0100.[/slo-wizard]
 * Version: 0.2.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The elements; each is a shortcode of its name. */
const CASE_SLO_ELEMENTS = array(
	'slo-wizard',
	'slo-calculator',
	'slo-table',
	'slo-clock',
	'slo-tiers',
	'slo-intake',
	'slo-deliverables',
);

/**
 * Returns the tag of an element. The script is on the pages that have an element, and on no other. The text between the shortcodes is
 * that of search engines, of print and of readers without JavaScript.
 *
 * @param array|string $attributes Attributes of the shortcode; WordPress passes "" if there are none.
 * @param string|null  $content    Text between the shortcodes.
 * @param string       $tag        Name of the shortcode.
 */
function case_slo_shortcode( $attributes, $content, $tag ) {
	wp_enqueue_script( 'case-slo', plugins_url( 'case-slo.js', __FILE__ ), array(), '0.2.0', true );
	$written = '';
	foreach ( (array) $attributes as $name => $value ) {
		// An attribute without a value comes as a value without a name.
		list( $name, $value ) = is_int( $name ) ? array( $value, '' ) : array( $name, $value );
		// Attributes of events are code.
		if ( preg_match( '/^(?!on)[a-z][a-z0-9-]*$/', $name ) ) {
			$written .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	return sprintf( '<%1$s%2$s>%3$s</%1$s>', $tag, $written, wp_kses_post( (string) $content ) );
}

add_action(
	'init',
	function () {
		foreach ( CASE_SLO_ELEMENTS as $tag ) {
			add_shortcode( $tag, 'case_slo_shortcode' );
		}
	}
);
